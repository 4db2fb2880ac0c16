/** A visitor who measures: what each answer weighs, and what the database did for it. */
import { gzipSync } from 'node:zlib';
import { DEMO_PASSWORD } from '../seed/town.ts';

/** What a browser says of where a form of our own pages comes from. */
export const ORIGIN = { 'sec-fetch-site': 'same-origin' };

/** An answer, and its cost. */
export type Visit = {
  status: number;
  html: string;
  /** Of the page under gzip at its usual level. */
  bytes: number;
  /** Round trips to the database. */
  trips: number;
  /** Rows that the database read. */
  read: number;
  /** Rows that it wrote, those of indexes too. */
  written: number;
  /** Where it sends the visitor; empty where it does not. */
  location: string;
};

/** Keeps its cookies, follows nothing, and sends nothing that it was not told to send. */
export class Client {
  readonly cookies = new Map<string, string>();
  readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  /** All cookies, as a request carries them. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Signs the coordinator of the demo town in. */
  async signIn(): Promise<this> {
    await this.send('POST', '/sign-in', { phone: '13900000002', password: DEMO_PASSWORD });
    return this;
  }

  /** Asks once, and does not look at the status. */
  async send(
    method: 'GET' | 'POST',
    address: string,
    fields?: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Visit> {
    const response = await fetch(this.base + address, {
      method,
      redirect: 'manual',
      headers: {
        ...ORIGIN,
        origin: this.base,
        cookie: this.cookie,
        'accept-language': 'zh-CN',
        ...headers,
      },
      ...(fields ? { body: new URLSearchParams(fields) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return visitOf(response, await response.text());
  }
}

function visitOf({ status, headers }: Response, html: string): Visit {
  const [, trips, read, written] =
    /(\d+) trips, (\d+) read, (\d+) written/.exec(headers.get('server-timing') ?? '') ?? [];
  return {
    status,
    html,
    bytes: gzipSync(html, { level: 6 }).length,
    trips: Number(trips),
    read: Number(read),
    written: Number(written),
    location: headers.get('location') ?? '',
  };
}
