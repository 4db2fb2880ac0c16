/**
 * A visitor without script: cookies, pages, forms. Whatever it sends is what a plain browser would
 * send.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type HTMLElement, parse } from 'node-html-parser';
import { filledIn, formOn, type Typed } from './form.ts';

type Answer = {
  status: number;
  location: string | null;
  html: string;
  headers: Headers;
  timing: string;
};

/** `timing` tells what a local server did in the database for it. */
export type Page = {
  status: number;
  url: string;
  html: string;
  headers: Headers;
  timing: string;
  root: HTMLElement;
};

/** Goes where links and forms lead, and keeps its cookies. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  readonly base: string;
  /**
   * How long a request is tried again while the server is down. The same form has the same key, so
   * it counts once.
   */
  private readonly patienceMs: number;

  private readonly send: (address: URL, init: RequestInit) => Promise<Response>;

  constructor(base: string, patienceMs = 60_000, send: Browser['send'] = fetch) {
    this.base = base;
    this.patienceMs = patienceMs;
    this.send = send;
  }

  private headers(): Record<string, string> {
    return {
      origin: this.base,
      'sec-fetch-site': 'same-origin',
      'accept-language': 'zh-CN',
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    };
  }

  /** Asks until there is a whole answer: a server that dies half-way through one is asked again. */
  private async request(
    method: 'GET' | 'POST',
    address: string,
    body?: URLSearchParams | FormData,
  ): Promise<Answer> {
    const until = Date.now() + this.patienceMs;
    for (;;)
      try {
        const response = await this.send(new URL(address, this.base), {
          method,
          redirect: 'manual',
          headers: this.headers(),
          ...(body ? { body } : {}),
        });
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          if (/max-age=0/i.test(line) || value === '') this.cookies.delete(name);
          else this.cookies.set(name, value);
        }
        return {
          status: response.status,
          location: response.headers.get('location'),
          timing: response.headers.get('server-timing') ?? '',
          headers: response.headers,
          html: await response.text(),
        };
      } catch (error) {
        if (Date.now() > until) throw error;
        await sleep(100);
      }
  }

  private async follow(answer: Answer, from: string): Promise<Page> {
    let current = answer;
    let url = from;
    for (let hops = 0; current.status >= 300 && current.status < 400 && hops < 6; hops++) {
      url = current.location ?? '/';
      current = await this.request('GET', url);
    }
    const { status, html, headers, timing } = current;
    return { status, url, html, headers, timing, root: parse(html) };
  }

  /** Opens a page, following up to six redirections. */
  async open(address: string): Promise<Page> {
    return this.follow(await this.request('GET', address), address);
  }

  /**
   * Submits the form of a page that posts to `action`, with what it holds and what is typed into
   * it. Throws where the page has no such form.
   */
  async submit(page: Page, action: string | RegExp, typed: Typed = {}): Promise<Page> {
    const form = formOn(page.root, action, typed['#button']);
    if (!form)
      throw new Error(
        `no form ${String(action)} on ${page.url} (${page.status}): ${textOf(page).slice(0, 300)}`,
      );
    const to = form.getAttribute('action') ?? '';
    return this.follow(await this.request('POST', to, filledIn(form, typed)), to);
  }

  /** Sends a file by the form of a page that has a field for one; throws where none has. */
  async upload(
    page: Page,
    action: string,
    field: string,
    file: File,
    typed: Record<string, string | File> = {},
  ): Promise<Page> {
    const form = page.root.querySelector(`form[action="${action}"]`);
    const key = form?.querySelector('input[name=key]')?.getAttribute('value');
    if (!key || !form?.querySelector(`input[name=${field}][type=file]`))
      throw new Error(`no field for a file on ${page.url}`);
    const body = new FormData();
    body.append('key', typed['key'] ?? key);
    for (const [name, value] of Object.entries(typed)) if (name !== 'key') body.append(name, value);
    body.append(field, file);
    return this.follow(await this.request('POST', action, body), action);
  }

  /** Saves the file that the form of a page answers with; throws where there is no such form. */
  async download(
    page: Page,
    action: string,
    typed: Record<string, string> = {},
  ): Promise<Response> {
    const form = page.root.querySelector(`form[action="${action}"]`);
    if (!form) throw new Error(`no form ${action} on ${page.url}`);
    const body = new URLSearchParams(typed);
    for (const field of form.querySelectorAll('input[type=hidden]'))
      body.append(field.getAttribute('name') ?? '', field.getAttribute('value') ?? '');
    return this.send(new URL(action, this.base), {
      method: 'POST',
      redirect: 'manual',
      headers: this.headers(),
      body,
    });
  }

  /** Posts without a page. */
  async post(address: string, fields: Record<string, string>): Promise<Page> {
    return this.follow(await this.request('POST', address, new URLSearchParams(fields)), address);
  }
}

/** The path of the link in a text to forward. Throws where the page has none. */
export function forwardedIn(page: Page): string {
  const address = /https?:\/\/\S+\/l\/[\w-]+/.exec(
    page.root.querySelector('textarea')?.text ?? '',
  )?.[0];
  if (!address) throw new Error(`no link to forward on ${page.url}: ${textOf(page).slice(0, 200)}`);
  return new URL(address).pathname;
}

/** What stands on a page for whoever reads it: not the data that its script takes along. */
export function textOf(page: Page): string {
  const main = page.root.querySelector('main') ?? page.root;
  const unseen = main.querySelectorAll('script').map(({ text }) => text);
  const text = unseen.reduce((shown, data) => shown.replace(data, ''), main.text);
  return text.replace(/\s+/g, ' ').trim();
}

/** Addresses of the links on a page, or within a part of it, that match a pattern. */
export function linksTo(page: Page, pattern: RegExp, within = 'html'): string[] {
  return (page.root.querySelector(within) ?? page.root)
    .querySelectorAll('a')
    .map((a) => a.getAttribute('href') ?? '')
    .filter((href) => pattern.test(href));
}

/** Where the forms on a page send to, of those that match a pattern. */
export function formsTo(page: Page, pattern: RegExp): string[] {
  return page.root
    .querySelectorAll('form')
    .map((form) => form.getAttribute('action') ?? '')
    .filter((to) => pattern.test(to));
}
