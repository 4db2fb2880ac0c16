/** What every stage of the story needs: who plays it, what it expects, whom it tells. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_SIGN_INS } from '../seed/town.ts';
import { Browser, formsTo, forwardedIn, linksTo, type Page, textOf } from './browser.ts';

/** How a story is played. */
export type StoryOptions = {
  /** Where the demo server answers. */
  url: string;
  /** Called with each step's line. */
  tell?: (line: string) => void;
  /** Called before and after each event that matters; a test kills the server here. */
  point?: (name: string) => Promise<void>;
  /** How many places there are; forty where nothing is said. */
  headcount?: number;
};

/** A story on its way. */
export class Telling {
  /** The coordinator's browser. */
  readonly office: Browser;
  /** The employer's. */
  readonly employer: Browser;
  readonly headcount: number;
  readonly tell: (line: string) => void;
  orderPath = '';
  batchPath = '';
  code = '';
  /** What was not as it should be, but did not keep the story from going on. */
  readonly problems: string[] = [];

  private readonly url: string;
  private readonly point: (name: string) => Promise<void>;

  constructor({ url, tell, point, headcount = 40 }: StoryOptions) {
    this.url = url;
    this.office = new Browser(url);
    this.employer = new Browser(url);
    this.headcount = headcount;
    this.tell = tell ?? (() => undefined);
    this.point = point ?? (() => Promise.resolve());
  }

  /** An event that matters, with a point before and after it. */
  async event<T>(name: string, happen: () => Promise<T>): Promise<T> {
    await this.point(`before ${name}`);
    const result = await happen();
    await this.point(`after ${name}`);
    return result;
  }

  /** The page, unless it says that something went wrong: then it throws. */
  expect(page: Page, what: string): Page {
    if (page.status >= 400)
      throw new Error(`${what}: ${page.status} on ${page.url}: ${textOf(page).slice(0, 300)}`);
    return page;
  }

  /** Keeps in mind what should have held. */
  check(holds: boolean, what: string): void {
    if (!holds) this.problems.push(what);
  }

  /** What the clock of the demo server says. */
  async now(): Promise<number> {
    return Date.parse((await this.office.post('/demo/clock', { ms: '0' })).html);
  }

  /** Moves that clock on. The coordinator's session may end by it. */
  async move(ms: number): Promise<void> {
    await this.office.post('/demo/clock', { ms: String(ms) });
    await this.signIn();
  }

  /** Signs the coordinator in who is not. */
  async signIn(): Promise<void> {
    const who = DEMO_SIGN_INS.find((line) => line.role === 'coordinator')!;
    const page = await this.office.open('/today');
    if (!formsTo(page, /^\/sign-in$/).length) return;
    this.expect(
      await this.office.submit(page, '/sign-in', { phone: who.phone, password: who.password }),
      'sign in',
    );
  }

  /** A page of the batch, as the coordinator sees it. */
  page(sub = ''): Promise<Page> {
    return this.office.open(`${this.batchPath}${sub}`);
  }

  /**
   * Waits until the workflow has closed what it can and the batch stands in a stage; throws after
   * 200 looks.
   */
  async stage(name: string): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const page = await this.page();
      const here = page.root.querySelector('.rail [aria-current="step"]')?.text ?? '';
      if (here.includes(name)) return;
      if (tries % 20 === 19) await this.office.post('/demo/clock', { ms: '0' });
      await sleep(100);
    }
    throw new Error(`the batch did not reach ${name}`);
  }

  /** Whether the batch has ended. */
  async isClosed(): Promise<boolean> {
    return (await this.page()).html.includes('已结束');
  }

  /** Addresses of the people of the batch, as its list shows them. */
  async placements(show: string): Promise<string[]> {
    const page = await this.page(`?show=${show}`);
    return [...new Set(linksTo(page, /^\/placements\/\w{26}$/, '#people'))];
  }

  /** A phone that has never been here. */
  newPhone(): Browser {
    return new Browser(this.url);
  }

  /** A worker's own phone, with the link that the coordinator issues from the person's page. */
  async workerPhone(placement: string): Promise<{ phone: Browser; page: Page }> {
    const page = await this.office.open(placement);
    const existing = linksTo(page, /^\/links\/\w{26}$/)[0];
    const text = existing
      ? await this.office.open(existing)
      : await this.office.submit(page, '/links');
    const phone = this.newPhone();
    return {
      phone,
      page: await this.openLink(phone, forwardedIn(this.expect(text, 'worker link'))),
    };
  }

  /** Opens the link that a page of the coordinator's has first. */
  async openFirstLink(visitor: Browser, path: string): Promise<Page> {
    const [link = ''] = linksTo(await this.office.open(path), /^\/links\/\w{26}$/);
    return this.openLink(visitor, forwardedIn(await this.office.open(link)));
  }

  /** Opens a link as whoever got it forwarded. */
  async openLink(visitor: Browser, landing: string): Promise<Page> {
    const page = this.expect(await visitor.open(landing), 'landing');
    return this.expect(await visitor.submit(page, landing), 'link');
  }
}

/** The first id in an address; empty where it has none. */
export function idIn(path: string): string {
  return /[0-9A-HJKMNP-TV-Z]{26}/.exec(path)?.[0] ?? '';
}
