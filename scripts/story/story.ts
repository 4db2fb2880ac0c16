/**
 * One batch of forty people from demand to the last visit, played through pages, forms and links
 * only.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, DAY, dayOf, HOUR } from '../../src/clock.ts';
import { DEMO_SIGN_INS } from '../seed/town.ts';
import { Browser, formsTo, forwardedIn, linksTo, type Page, textOf } from './browser.ts';

export type StoryOptions = {
  url: string;
  /** Called with each step's line. */
  tell?: (line: string) => void;
  /** Called before and after each event that matters; a test kills the server here. */
  point?: (name: string) => Promise<void>;
  headcount?: number;
};

export type StoryEnd = {
  batchPath: string;
  code: string;
  equation: string;
  closed: boolean;
  problems: string[];
};

const EXTRA = 4;
function idIn(path: string): string {
  return /[0-9A-HJKMNP-TV-Z]{26}/.exec(path)?.[0] ?? '';
}

class Story {
  private readonly office: Browser;
  private readonly employer: Browser;
  private readonly tell: (line: string) => void;
  private readonly point: (name: string) => Promise<void>;
  private readonly headcount: number;
  private orderPath = '';
  batchPath = '';
  code = '';
  readonly problems: string[] = [];

  private readonly options: StoryOptions;

  constructor(options: StoryOptions) {
    this.options = options;
    this.office = new Browser(options.url);
    this.employer = new Browser(options.url);
    this.tell = options.tell ?? (() => undefined);
    this.point = options.point ?? (() => Promise.resolve());
    this.headcount = options.headcount ?? 40;
  }

  private check(holds: boolean, what: string): void {
    if (!holds) this.problems.push(what);
  }

  private expect(page: Page, what: string): Page {
    if (page.status >= 400)
      throw new Error(`${what}: ${page.status} on ${page.url}: ${textOf(page).slice(0, 300)}`);
    return page;
  }

  private async now(): Promise<number> {
    return Date.parse((await this.office.post('/demo/clock', { ms: '0' })).html);
  }

  private async move(ms: number): Promise<void> {
    await this.office.post('/demo/clock', { ms: String(ms) });
    await this.signIn();
  }

  async signIn(): Promise<void> {
    const who = DEMO_SIGN_INS.find((line) => line.role === 'coordinator')!;
    const page = await this.office.open('/today');
    if (!formsTo(page, /^\/sign-in$/).length) return;
    this.expect(
      await this.office.submit(page, '/sign-in', { phone: who.phone, password: who.password }),
      'sign in',
    );
  }

  private page(sub = ''): Promise<Page> {
    return this.office.open(`${this.batchPath}${sub}`);
  }

  /** Waits until the workflow has closed what it can and the batch stands in a stage. */
  private async stage(name: string): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const page = await this.page();
      const here = page.root.querySelector('.rail [aria-current="step"]')?.text ?? '';
      if (here.includes(name)) return;
      if (tries % 20 === 19) await this.office.post('/demo/clock', { ms: '0' });
      await sleep(100);
    }
    throw new Error(`the batch did not reach ${name}`);
  }

  private async event<T>(name: string, happen: () => Promise<T>): Promise<T> {
    await this.point(`before ${name}`);
    const result = await happen();
    await this.point(`after ${name}`);
    return result;
  }

  async demand(): Promise<void> {
    await this.signIn();
    const startsOn = addDays(dayOf(await this.now()), 12);
    const form = await this.office.open('/orders/new');
    const order = await this.event('order', () =>
      this.office.submit(form, '/orders', {
        trade: 'assembly',
        headcount: String(this.headcount + 6),
        startsOn,
        site: '工业园 6 号厂房',
        wageLow: '4800',
        wageHigh: '5600',
        contractMonths: '3',
      }),
    );
    this.expect(order, 'order');
    this.orderPath = `/orders/${idIn(order.url)}`;
    const sent = await this.event('sending', () => this.office.submit(order, /\/sending$/));
    const landing = forwardedIn(this.expect(sent, 'sending'));
    this.batchPath =
      linksTo(await this.office.open(this.orderPath), /^\/batches\/\w{26}$/)[0] ?? '';
    this.code = (await this.page()).root.querySelector('.top b')?.text ?? '';
    this.tell(`需求 用工单 ${this.headcount + 6} 人,${this.code} 已开,链接发给用工单位`);

    const asked = await this.openLink(this.employer, landing);
    const countered = await this.event('counter', () =>
      this.employer.submit(asked, /\/reply$/, {
        kind: 'counter',
        headcount: String(this.headcount),
        startsOn: addDays(startsOn, 1),
      }),
    );
    this.expect(countered, 'counter');
    this.tell(`需求 用工单位还价 ${this.headcount} 人`);

    const amendment = await this.office.open(`${this.orderPath}/amendment`);
    const amended = await this.event('amendment', () =>
      this.office.submit(amendment, /\/amendment$/),
    );
    this.expect(
      await this.office.submit(this.expect(amended, 'amendment'), /\/sending$/),
      'send again',
    );
    const again = await this.employer.open(`/e/${idIn(countered.url)}`);
    const confirmed = await this.event('confirmation', () =>
      this.employer.submit(again, /\/reply$/, { kind: 'confirm' }),
    );
    this.expect(confirmed, 'confirmation');
    await this.stage('招募');
    this.tell(`需求 按 ${this.headcount} 人修改,用工单位确认`);
  }

  private async openLink(visitor: Browser, landing: string): Promise<Page> {
    const page = this.expect(await visitor.open(landing), 'landing');
    return this.expect(await visitor.submit(page, landing), 'link');
  }

  /** A worker's own phone, with the link that the coordinator issues from the person's page. */
  private async workerPhone(placement: string): Promise<{ phone: Browser; page: Page }> {
    const page = await this.office.open(placement);
    const existing = linksTo(page, /^\/links\/\w{26}$/)[0];
    const text = existing
      ? await this.office.open(existing)
      : await this.office.submit(page, '/links');
    const phone = new Browser(this.options.url);
    return {
      phone,
      page: await this.openLink(phone, forwardedIn(this.expect(text, 'worker link'))),
    };
  }

  private async placements(show: string): Promise<string[]> {
    const page = await this.page(`?show=${show}`);
    return [...new Set(linksTo(page, /^\/placements\/\w{26}$/, '#people'))];
  }

  async recruitment(): Promise<void> {
    const wanted = this.headcount + EXTRA + 2;
    for (let added = 0; added < wanted;) {
      const page = await this.page('/recruitment');
      const proposed = page.root
        .querySelectorAll('form[action$="/placements"] .ticks li')
        .filter((li) => !li.querySelector('.tag.bad'))
        .toSorted(
          (a, b) => a.querySelectorAll('.tag.wait').length - b.querySelectorAll('.tag.wait').length,
        )
        .map((li) => li.querySelector('input')?.getAttribute('value') ?? '')
        .slice(0, wanted - added);
      if (proposed.length === 0) throw new Error('the registry proposes nobody');
      const name = added === 0 ? 'registration' : 'second registration';
      const answer = await this.event(name, () =>
        this.office.submit(page, /\/placements$/, { people: proposed }),
      );
      // Where something speaks against somebody, a word is asked for.
      const isAsked = answer.root.querySelector('#word') !== null;
      this.expect(
        isAsked
          ? await this.office.submit(answer, /\/placements$/, { word: '电话里确认过,本人愿意去' })
          : answer,
        'registration',
      );
      added += proposed.length;
    }
    const list = await this.page('/recruitment');
    this.expect(await this.event('offers', () => this.office.submit(list, /\/offers$/)), 'offers');
    this.tell(`招募 推荐并告知 ${wanted} 人`);

    const candidates = await this.placements('candidates');
    const [first = '', second = '', ...rest] = candidates;
    for (const placement of [first, second]) {
      const { phone, page } = await this.workerPhone(placement);
      this.expect(await phone.submit(page, /\/withdrawal$/), 'decline');
    }
    const byLink = rest.slice(0, Math.ceil(rest.length * 0.7));
    for (const placement of byLink) {
      const { phone, page } = await this.workerPhone(placement);
      const consent = () => phone.submit(page, /\/consent$/);
      this.expect(
        placement === byLink[3] ? await this.event('consent', consent) : await consent(),
        'consent',
      );
    }
    for (const placement of rest.slice(byLink.length))
      this.expect(
        await this.office.submit(await this.office.open(placement), /\/consent$/, {
          manner: 'spoken',
        }),
        'witnessed consent',
      );
    this.tell(
      `招募 2 人不去,${byLink.length} 人自己同意,${rest.length - byLink.length} 人当面同意`,
    );

    this.expect(
      await this.event('selection', async () =>
        this.office.submit(await this.page('/recruitment'), /\/selections$/),
      ),
      'selection',
    );
    this.expect(
      await this.office.submit(await this.page('/recruitment'), /\/reserves$/),
      'reserve',
    );
    await this.stage('体检');
    this.tell(`招募 选定 ${this.headcount} 人,候补 ${EXTRA} 人`);

    const places = await this.placements('all');
    for (const placement of places.slice(4, 6)) {
      const { phone, page } = await this.workerPhone(placement);
      this.expect(
        await this.event('withdrawal', () => phone.submit(page, /\/withdrawal$/)),
        'withdrawal',
      );
      await this.promote();
    }
    this.tell('招募 2 人退出,问过 2 名候补,都愿意补上');
  }

  /** The reserve whom the workflow has asked to take the vacated place. */
  private async asked(): Promise<string> {
    for (let i = 0; i < 200; i++) {
      const page = await this.page('');
      const line = page.root
        .querySelectorAll('.todo-list li')
        .find((li) => li.text.includes('等答复补不补'));
      const to = line?.querySelector('a.btn')?.getAttribute('href');
      if (to) return to;
      await sleep(100);
    }
    throw new Error('no reserve was asked');
  }

  private async promote(): Promise<void> {
    const { phone, page } = await this.workerPhone(await this.asked());
    this.expect(
      await this.event('promotion', () => phone.submit(page, /\/place$/, { answer: 'yes' })),
      'promotion',
    );
  }

  async health(): Promise<void> {
    const page = await this.page('/health');
    const everybody = page.root
      .querySelectorAll('.ticks input')
      .map((input) => input.getAttribute('value') ?? '');
    const heldOn = dayOf(await this.now());
    this.expect(
      await this.event('booking', () =>
        this.office.submit(page, /\/exam-days$/, { people: everybody, heldOn }),
      ),
      'booking',
    );
    const [linkPath = ''] = linksTo(await this.page('/health'), /^\/links\/\w{26}$/);
    const clinic = new Browser(this.options.url);
    let list = await this.openLink(clinic, forwardedIn(await this.office.open(linkPath)));
    const places = new Set((await this.placements('all')).map(idIn));
    const people = [...new Set(formsTo(list, /\/conclusions\//))].filter((to) =>
      places.has(idIn(to.split('/conclusions/')[1] ?? '')),
    );
    const others = [...new Set(formsTo(list, /\/conclusions\//))].filter(
      (to) => !people.includes(to),
    );
    const [unfit = '', recheck = '', ...fit] = people;
    for (const to of [...fit, ...others]) {
      const say = () => clinic.submit(list, to, { conclusion: 'fit', '#button': '合格' });
      list = this.expect(
        to === fit[2] ? await this.event('conclusion', say) : await say(),
        'conclusion',
      );
    }
    list = this.expect(
      await this.event('recheck', () =>
        clinic.submit(list, recheck, { conclusion: 'recheck', '#button': '需复查' }),
      ),
      'recheck',
    );
    list = this.expect(
      await this.event('unfit', () =>
        clinic.submit(list, unfit, { conclusion: 'unfit', '#button': '不合格' }),
      ),
      'unfit',
    );
    await this.promote();
    list = await clinic.open(list.url);
    this.expect(
      await clinic.submit(list, recheck, { conclusion: 'fit', '#button': '合格' }),
      'fit after recheck',
    );
    await this.stage('办证');
    this.tell(`体检 ${fit.length + others.length} 人合格,1 人复查后合格,1 人不合格由候补补上`);
  }

  async documents(): Promise<void> {
    const page = await this.page('/documents');
    const kinds = linksTo(page, /\?paper=/).map((href) => href.split('paper=')[1] ?? '');
    const [someone = ''] = await this.placements('all');
    this.expect(
      await this.event('loan', async () =>
        this.office.submit(await this.office.open(someone), /\/custody$/, {
          kind: 'id_card',
          keeper: '马建国',
        }),
      ),
      'loan',
    );
    for (const kind of kinds) {
      const round = () =>
        this.page(`/documents?paper=${kind}`).then((each) =>
          this.office.submit(each, /\/papers$/, {
            kind,
            '#button': kind === 'contract' ? '按同意的条件签了合同' : '都已核',
          }),
        );
      this.expect(
        kind === kinds[0] ? await this.event('papers', round) : await round(),
        `papers ${kind}`,
      );
    }
    this.expect(await this.office.submit(await this.office.open(someone), /\/return$/), 'return');
    await this.stage('护送');
    this.tell(`办证 ${kinds.length} 种证件办齐,1 件借出并归还`);
  }

  async travel(): Promise<void> {
    const plan = await this.page('/travel');
    const departsOn = addDays(dayOf(await this.now()), 13);
    this.expect(
      await this.office.submit(plan, /\/legs$/, {
        mode: 'coach',
        vehicle: '甘G·00066',
        fromPlace: '河湾镇',
        toPlace: '厂区',
        departsAt: `${departsOn}T08:00`,
        arrivesAt: `${addDays(departsOn, 1)}T14:00`,
      }),
      'leg',
    );
    this.expect(
      await this.office.submit(plan, /\/escorts$/, {
        name: '马建成',
        phone: '13800000301',
        role: 'cadre',
      }),
      'escort',
    );
    this.expect(
      await this.event('lock', async () =>
        this.office.submit(await this.page('/travel'), /\/manifest$/),
      ),
      'lock',
    );
    const [linkPath = ''] = linksTo(await this.page('/travel'), /^\/links\/\w{26}$/);
    const escort = new Browser(this.options.url);
    let roll = await this.openLink(escort, forwardedIn(await this.office.open(linkPath)));
    const people = [...new Set(formsTo(roll, /\/check-ins\//))];
    const [absent = '', ...present] = people;
    for (const to of present) {
      const board = () => escort.submit(roll, to, { outcome: 'boarded', '#button': '上车' });
      roll = this.expect(
        to === present[5] ? await this.event('boarding', board) : await board(),
        'boarding',
      );
    }
    roll = this.expect(
      await this.event('no-show', () =>
        escort.submit(roll, absent, { outcome: 'no_show', '#button': '没来' }),
      ),
      'no-show',
    );
    roll = this.expect(
      await this.event('departure', () => escort.submit(roll, /\/departure$/)),
      'departure',
    );
    this.tell(`护送 ${present.length} 人上车,1 人没来,出发`);
    await this.move(30 * HOUR);
    roll = await escort.open(roll.url);
    for (const to of present)
      roll = this.expect(
        await escort.submit(roll, to, { outcome: 'arrived', '#button': '到达' }),
        'arrival',
      );
    roll = this.expect(
      await this.event('arrival', () => escort.submit(roll, /\/arrival$/)),
      'arrival',
    );
    this.tell(`护送 ${present.length} 人到达`);

    const [employerLink = ''] = linksTo(
      await this.office.open(this.orderPath),
      /^\/links\/\w{26}$/,
    );
    const asked = await this.openLink(
      this.employer,
      forwardedIn(await this.office.open(employerLink)),
    );
    const [reject = ''] = asked.root
      .querySelectorAll('select')
      .map((select) => select.getAttribute('name') ?? '');
    const signed = await this.event('handover', () =>
      this.employer.submit(asked, /\/handover$/, {
        count: String(present.length - 1),
        name: '刘经理',
        [reject]: 'skill_differs',
      }),
    );
    this.expect(signed, 'handover');
    await this.stage('回访');
    this.tell(`护送 用工单位签收 ${present.length - 1} 人,退回 1 人`);
    const rejected = await this.office.open(`/placements/${reject.slice('reject-'.length)}`);
    this.expect(
      await this.office.submit(rejected, /onward-way$/, {
        next: 'home',
        bearer: 'employer',
        cost: '268.5',
      }),
      'onward way',
    );
    this.tell('护送 被退回的人送回家,路费由用工单位承担');
  }

  async followUp(): Promise<void> {
    let unpaid = false;
    let made = 0;
    for (let days = 0; days < 200;) {
      const page = await this.page('/follow-up');
      const due = formsTo(page, /^\/visits\/\w{26}\/outcome$/).map((to) => `/visits/${idIn(to)}`);
      for (const path of due) {
        const visit = await this.office.open(path);
        const payDay = textOf(visit).includes('工资是否发');
        const wronged = payDay && !unpaid;
        if (wronged) unpaid = true;
        const answers = {
          outcome: 'done',
          working: 'yes',
          contractHeld: 'yes',
          papersHeld: 'yes',
          wantsHome: 'no',
          '#button': '联系上了',
        };
        const record = () =>
          this.office.submit(visit, `${path}/outcome`, {
            ...answers,
            ...(payDay ? { paid: wronged ? '0' : '5120' } : {}),
          });
        const usual = made === 10 ? 'visit' : '';
        const name = wronged ? 'unpaid visit' : usual;
        this.expect(name ? await this.event(name, record) : await record(), 'visit');
        made += 1;
      }
      if (!formsTo(await this.page('/follow-up'), /outcome$/).length && (await this.isClosed()))
        break;
      const step = due.length > 0 ? 1 : 3;
      days += step;
      await this.move(step * DAY);
    }
    for (let tries = 0; tries < 50 && !(await this.isClosed()); tries++) {
      await this.office.post('/demo/clock', { ms: '0' });
      await sleep(100);
    }
    this.check(unpaid, 'no unpaid wage was met');
    this.tell(`回访 ${made} 次,1 人工资没发,已立案`);
  }

  private async isClosed(): Promise<boolean> {
    return (await this.page()).html.includes('已结束');
  }

  async end(): Promise<StoryEnd> {
    const page = await this.page();
    const equation = page.root
      .querySelectorAll('.legend li')
      .map((li) => li.text.replace(/\s+/g, ' ').trim())
      .join(' + ');
    const sum = [...equation.matchAll(/\d+/g)].reduce((total, [count]) => total + Number(count), 0);
    this.check(sum === this.headcount, `the equation adds up to ${sum}, not ${this.headcount}`);
    const closed = await this.isClosed();
    this.check(closed, 'the batch is not closed');
    this.tell(`${this.headcount} = ${equation}`);
    return {
      batchPath: this.batchPath,
      code: this.code,
      equation,
      closed,
      problems: this.problems,
    };
  }
}

export async function playStory(options: StoryOptions): Promise<StoryEnd> {
  const story = new Story(options);
  await story.demand();
  await story.recruitment();
  await story.health();
  await story.documents();
  await story.travel();
  await story.followUp();
  return story.end();
}
