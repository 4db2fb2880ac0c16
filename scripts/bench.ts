/**
 * `npm run bench`: budgets as JSON lines (name, value, limit, unit, better). Counts, bytes and
 * ratios within this run; never a bare time, except two that are promises to people: the first row
 * on a slow line, and the count after a tap.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { chromium } from 'playwright-core';
import { buildAll, WORKER_BUNDLE } from './build.ts';
import { aBatch } from './bench/snapshot.ts';
import { guessPasswords, percentile, readToday } from './bench/crowd.ts';
import { median, throughput } from './bench/load.ts';
import { runtimeMemory, runtimeProcessorMs, serveTown, type Town } from './bench/server.ts';
import { tapTimes } from './bench/tap.ts';
import { newestChromium } from './newest-chromium.ts';
import { DEMO_PASSWORD } from './seed/town.ts';
import { COMPATIBILITY_DATE } from './state.ts';
import { newId } from '../src/ids.ts';
import { idCheckDigit } from '../src/registry/id-number.ts';

const root = path.resolve(import.meta.dirname, '..');
let failed = 0;
function say(
  name: string,
  value: number,
  limit: number,
  unit: string,
  better: 'lower' | 'higher',
): void {
  const rounded = Math.round(value * 1000) / 1000;
  console.log(JSON.stringify({ name, value: rounded, limit, unit, better }));
  if (better === 'lower' ? value > limit : value < limit) failed += 1;
}

const ORIGIN = { 'sec-fetch-site': 'same-origin' };
type Visit = {
  status: number;
  html: string;
  bytes: number;
  trips: number;
  read: number;
  written: number;
  location: string;
};

class Client {
  readonly cookies = new Map<string, string>();
  readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

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
    const html = await response.text();
    const [, trips, read, written] =
      /(\d+) trips, (\d+) read, (\d+) written/.exec(response.headers.get('server-timing') ?? '') ??
      [];
    return {
      status: response.status,
      html,
      bytes: gzipSync(html, { level: 6 }).length,
      trips: Number(trips),
      read: Number(read),
      written: Number(written),
      location: response.headers.get('location') ?? '',
    };
  }

  async signIn(): Promise<this> {
    await this.send('POST', '/sign-in', { phone: '13900000002', password: DEMO_PASSWORD });
    return this;
  }
}

function idAfter(html: string, pattern: RegExp): string {
  return pattern.exec(html)?.[1] ?? '';
}
async function batchOf(client: Client, employer: string): Promise<string> {
  const { html } = await client.send('GET', '/batches');
  return idAfter(html, new RegExp(`href="(/batches/\\w{26})"><span class="name">${employer}`));
}

const PAGES: [name: string, rows: number, address: (client: Client) => Promise<string>][] = [
  ['today', 150, () => Promise.resolve('/today')],
  ['batch_page_of_40', 300, (client) => batchOf(client, '苏州恒泰电子')],
  ['batch_list', 60, () => Promise.resolve('/batches')],
  ['worker_list', 60, () => Promise.resolve('/workers')],
  // A name is found by its pinyin, so whoever is written otherwise is read as well.
  ['worker_search_name', 150, () => Promise.resolve('/workers?q=%E7%8E%8B')],
  ['worker_search_pinyin', 60, () => Promise.resolve('/workers?q=wang')],
  ['worker_search_digits', 60, () => Promise.resolve('/workers?q=0097')],
  [
    'person_page',
    150,
    async (client) =>
      idAfter((await client.send('GET', '/workers?q=wang')).html, /href="(\/workers\/\w{26})"/),
  ],
];

const ROUNDS = 11;

/** Lists and searches of the register, alone and narrowed: what somebody looks for all day. */
const LISTS: [name: string, address: string][] = [
  ['everybody', '/workers'],
  ['name', '/workers?q=%E7%8E%8B'],
  ['pinyin', '/workers?q=wang'],
  ['initials', '/workers?q=wxj'],
  ['digits', '/workers?q=0097'],
  ['trade', '/workers?trade=welding'],
  ['trade_who_wants', '/workers?trade=welding&availability=wants'],
  ['who_wants', '/workers?availability=wants'],
  ['certificate', '/workers?certificate=welding'],
  ['ages', '/workers?from=20&to=30'],
  ['been_out', '/workers?outing=been'],
  ['village', '/workers?q=%E6%9F%B3%E6%A0%91%E6%9D%91'],
  ['name_and_trade', '/workers?q=%E7%8E%8B&trade=sewing&availability=wants&from=18&to=45'],
];

/**
 * At a million people every list reads a bounded number of rows in one round trip, and answers as
 * it does at 8,283.
 */
async function million(small: Town): Promise<void> {
  const big = await serveTown(8283, 8896, 121);
  try {
    const [there, here] = [
      await new Client(big.url).signIn(),
      await new Client(small.url).signIn(),
    ];
    for (const [name, address] of LISTS) {
      const visit = await there.send('GET', address);
      if (visit.status !== 200) throw new Error(`${address} answered ${visit.status}`);
      say(`million.rows_read.${name}`, visit.read, 400, 'rows', 'lower');
      say(`million.trips.${name}`, visit.trips, 1, 'round trips', 'lower');
    }
    const speed = (town: Town, client: Client) => (): Promise<number> =>
      throughput(
        town.url,
        240,
        4,
        (i) => ({
          method: 'GET',
          path: LISTS[i % LISTS.length]![1],
          headers: { cookie: client.cookie },
        }),
        [200],
      );
    const [atMillion, atTown] = [speed(big, there), speed(small, here)];
    await atMillion();
    await atTown();
    const found: number[] = [];
    for (let i = 0; i < ROUNDS; i++) found.push((await atMillion()) / (await atTown()));
    say('million.ratio_of_lists_to_8283', median(found), 0.8, 'ratio', 'higher');
  } finally {
    await big.stop();
  }
}

/** Proposals for a batch, out of 100,000 people: bounded reads, and a reason with each of them. */
async function matching(town: Town): Promise<void> {
  const client = await new Client(town.url).signIn();
  const batch = await batchOf(client, '苏州恒泰电子');
  const { read, html } = await client.send('GET', `${batch}/recruitment?propose`);
  const proposals = html.split('<label class="tick">').slice(1);
  say('rows_read.matching_100000_workers', read, 5000, 'rows', 'lower');
  say('proposals.matching', proposals.length, 60, 'people', 'higher');
  const explained = proposals.filter((each) => /class="tag (ok|wait|bad)"/.test(each)).length;
  say('proposals.explained', explained / proposals.length, 1, 'ratio', 'higher');
}

async function reads(town: Town): Promise<Map<string, Visit>> {
  const client = await new Client(town.url).signIn();
  const found = new Map<string, Visit>();
  for (const [name, , address] of PAGES)
    found.set(name, await client.send('GET', await address(client)));
  return found;
}

async function writes(town: Town): Promise<void> {
  const client = await new Client(town.url).signIn();
  const form = await client.send('GET', '/workers/new');
  const village = idAfter(form.html, /<option value="(\w{26})"/);
  const body = '62079919900307988';
  const added = await client.send('POST', '/workers', {
    key: newId(),
    name: '卫小满',
    idNumber: `${body}${idCheckDigit(body)}`,
    phone: '13712345678',
    villageId: village,
    groupName: '一社',
    trade: 'general',
    availability: 'home',
  });
  if (added.status !== 303)
    throw new Error(`worker form: ${added.status} ${added.html.slice(0, 400)}`);
  say('rows_written.worker_insert_without_its_2_audit_rows', added.written - 2, 8, 'rows', 'lower');
  const batch = await batchOf(client, '苏州恒泰电子');
  const papers = await client.send('GET', `${batch}/documents?paper=contract`);
  const to = idAfter(papers.html, /action="(\/placements\/\w{26}\/papers)"/);
  const step = await client.send('POST', to, {
    key: newId(),
    kind: 'contract',
    state: 'submitted',
  });
  say('rows_written.status_step_with_audit_and_history', step.written, 6, 'rows', 'lower');
  say('trips.status_step_on_a_batch_just_seen', step.trips, 1, 'round trips', 'lower');
}

async function bytes(town: Town): Promise<void> {
  const client = new Client(town.url);
  const first = await client.send('GET', '/sign-in');
  const files = [...first.html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(
    ([, file = '']) => file,
  );
  const size = (file: string) =>
    gzipSync(readFileSync(path.join(root, '.build', file)), { level: 6 }).length;
  say(
    'bytes.first_visit',
    first.bytes + files.reduce((sum, file) => sum + size(file), 0),
    40_000,
    'bytes gzip',
    'lower',
  );
  say('requests.first_visit', 1 + files.length, 5, 'requests', 'lower');
  say(
    'bytes.script_on_a_plain_page',
    files.filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + size(file), 0),
    20_000,
    'bytes gzip',
    'lower',
  );
  await client.signIn();
  const batch = await batchOf(client, '苏州恒泰电子');
  say(
    'bytes.next_page',
    (await client.send('GET', `${batch}?show=all`)).bytes,
    10_000,
    'bytes gzip',
    'lower',
  );
  const roll = await client.send('GET', `${await batchOf(client, '昆山顺达精密')}/roll-call`);
  const to = idAfter(roll.html, /action="(\/placements\/\w{26}\/check-in)"/);
  const tap = await client.send(
    'POST',
    to,
    { key: newId(), outcome: 'boarded' },
    { 'hx-request': 'true', 'hx-request-type': 'partial' },
  );
  say('bytes.fragment', tap.bytes, 1500, 'bytes gzip', 'lower');
  say(
    'bytes.worker_bundle',
    gzipSync(readFileSync(path.join(root, '.build/worker.js')), { level: 9 }).length,
    600_000,
    'bytes gzip',
    'lower',
  );
}

async function baseline(port: number): Promise<{ url: string; stop: () => Promise<void> }> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'scripts/bench/baseline.tsx')],
    ...WORKER_BUNDLE,
    write: false,
    define: { SONGXING_ASSETS: JSON.stringify({ css: '/a', app: '/b', htmx: '/c' }) },
  });
  const snapshot = aBatch();
  const mf = new Miniflare(
    convertV4MiniflareOptions({
      name: 'baseline',
      modules: [{ type: 'ESModule', path: 'worker.mjs', contents: outputFiles[0]!.text }],
      compatibilityDate: COMPATIBILITY_DATE,
      compatibilityFlags: ['nodejs_compat'],
      d1Databases: { DB: 'baseline' },
      bindings: { SNAPSHOT: snapshot as never },
      unsafeDirectSockets: [{ host: '127.0.0.1', port, entrypoint: 'Web' }],
      cf: false,
    }),
  );
  const db = await mf.getD1Database('DB');
  await db
    .prepare('create table placement (id text primary key, batch_id text, name text, papers text)')
    .run();
  await db.prepare('create index placement_batch on placement (batch_id)').run();
  await db.batch(
    snapshot.placements.map((p) =>
      db
        .prepare('insert into placement values (?, ?, ?, ?)')
        .bind(p.id, snapshot.id, p.name, JSON.stringify(p.papers)),
    ),
  );
  return { url: `http://localhost:${port}`, stop: () => mf.dispose() };
}

async function ratios(town: Town): Promise<void> {
  const client = await new Client(town.url).signIn();
  const bare = await baseline(8897);
  const batch = await batchOf(client, '苏州恒泰电子');
  const headers = { cookie: client.cookie, 'accept-language': 'zh-CN' };
  const page = (): Promise<number> =>
    throughput(
      town.url,
      400,
      4,
      () => ({ method: 'GET', path: `${batch}?show=all`, headers }),
      [200],
    );
  const barePage = (): Promise<number> =>
    throughput(bare.url, 400, 4, () => ({ method: 'GET', path: '/batch', headers: {} }), [200]);
  await page();
  await barePage();
  const pages: number[] = [];
  for (let i = 0; i < ROUNDS; i++) pages.push((await page()) / (await barePage()));
  say('ratio.batch_page_to_bare_route', median(pages), 0.8, 'ratio', 'higher');

  const roll = await client.send('GET', `${await batchOf(client, '昆山顺达精密')}/roll-call`);
  const [to = '', ...others] = [
    ...new Set(
      [...roll.html.matchAll(/action="(\/placements\/\w{26}\/check-in)"/g)].map(
        ([, each = '']) => each,
      ),
    ),
  ].slice(2, 7);
  const taps = [to, ...others];
  const write = {
    ...ORIGIN,
    ...headers,
    origin: town.url,
    'content-type': 'application/x-www-form-urlencoded',
    'hx-request': 'true',
    'hx-request-type': 'partial',
  };
  // One person after the other, there and back, as an escort's thumb does: each request is a real
  // change.
  const boarded = new Set<string>();
  const tap = (): Promise<number> =>
    throughput(
      town.url,
      200,
      1,
      (i) => {
        const path_ = taps[i % taps.length] ?? to;
        const outcome = boarded.has(path_) ? 'undo' : 'boarded';
        if (outcome === 'undo') boarded.delete(path_);
        else boarded.add(path_);
        return {
          method: 'POST',
          path: path_,
          headers: write,
          body: new URLSearchParams({ key: newId(), outcome }).toString(),
        };
      },
      [200, 409],
    );
  const one = (): Promise<number> =>
    throughput(bare.url, 200, 1, () => ({ method: 'GET', path: '/one', headers: {} }), [200]);
  await tap();
  await one();
  const steps: number[] = [];
  for (let i = 0; i < ROUNDS; i++) steps.push((await tap()) / (await one()));
  say('ratio.one_tap_write_to_select_1', median(steps), 0.6, 'ratio', 'higher');
  await bare.stop();
}

async function firstRow(town: Town): Promise<void> {
  const browser = await chromium.launch({
    executablePath: newestChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    locale: 'zh-CN',
  });
  const client = await new Client(town.url).signIn();
  const place = { domain: 'localhost', path: '/', secure: true, httpOnly: true };
  await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, ...place })));
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  // Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 93_750,
  });
  const startedAt = performance.now();
  await page.goto(`${town.url}/workers`, { waitUntil: 'commit' });
  await page.waitForSelector('.people .name');
  say('first_row.slow_4g_empty_cache', (performance.now() - startedAt) / 1000, 1.5, 's', 'lower');
  await browser.close();
}

async function memory(town: Town): Promise<void> {
  const client = await new Client(town.url).signIn();
  const batch = await batchOf(client, '苏州恒泰电子');
  const headers = { cookie: client.cookie };
  const mix = ['/today', '/batches', '/workers', batch, '/workers?q=wang'];
  const requests = (count: number) =>
    throughput(
      town.url,
      count,
      4,
      (i) => ({ method: 'GET', path: mix[i % mix.length] ?? '/today', headers }),
      [200],
    );
  await requests(60_000);
  const before = runtimeMemory(town.pid);
  await requests(60_000);
  say(
    'memory.growth_60k_to_120k_requests',
    (runtimeMemory(town.pid) - before) / before,
    0.1,
    'ratio',
    'lower',
  );
}

/**
 * Tap to count in a roll call of 300 people, processor slowed six times: the slowest one of twenty.
 * A promise to people.
 */
async function tap(town: Town): Promise<void> {
  const times = (await tapTimes(town, 300)).toSorted((a, b) => a - b);
  say(
    'tap_to_count.300_people_cpu_6_times_slower_p95',
    times[Math.floor(times.length * 0.95)]!,
    50,
    'ms',
    'lower',
  );
}

/**
 * Two crowds, as a promise to people on a machine of two cores. What asks shares these cores with
 * what answers, so the server alone is quicker than this.
 */
async function load(town: Town): Promise<void> {
  const { cookie } = await new Client(town.url).signIn();
  const headers = { cookie, 'accept-language': 'zh-CN' };
  const tell = (name: string, times: number[], limit: number): void => {
    const told = [0.5, 0.95, 0.99, 1].map((part) => Math.round(percentile(times, part)));
    console.error(`${name}: ${times.length} readings, 50/95/99/100 %: ${told.join('/')} ms`);
    say(`load.today_p99.${name}`, percentile(times, 0.99), limit, 'ms', 'lower');
  };
  await readToday(town.url, headers, 4, 3);
  const guessing = guessPasswords(town.url, 16);
  const among = await readToday(town.url, headers, 1, 30);
  const answered = await guessing.stop();
  console.error(`wrong passwords by answer: ${JSON.stringify(answered)}`);
  tell('16_connections_of_wrong_passwords', among, 250);
  const before = runtimeProcessorMs(town.pid);
  const together = await readToday(town.url, headers, 200, 30);
  const each = (runtimeProcessorMs(town.pid) - before) / together.length;
  tell('200_connections', together, 2000);
  console.error(`processor time of the server: ${each.toFixed(1)} ms a reading`);
}

const only = process.argv[2];
function wants(part: string): boolean {
  return only === undefined || only === part;
}
await buildAll();
const town = await serveTown(8283, 8895);
try {
  if (wants('reads')) {
    const small = await reads(town);
    for (const [name, limit] of PAGES) {
      const visit = small.get(name)!;
      if (visit.status !== 200) throw new Error(`${name} answered ${visit.status}`);
      say(`trips.${name}`, visit.trips, 2, 'round trips', 'lower');
      say(`rows_read.${name}`, visit.read, limit, 'rows', 'lower');
    }
    const big = await serveTown(100_000, 8896);
    const large = await reads(big);
    await matching(big);
    await big.stop();
    // What is shown may differ (more people share four digits in a larger town); what is read
    // beyond it may not grow. Whoever is shown is read twice: their entry in an index, and their
    // row.
    const beyond = (visit: Visit): number =>
      visit.read - 2 * (visit.html.match(/class="name"/g)?.length ?? 0);
    for (const [name] of PAGES) {
      const [was, is] = [beyond(small.get(name)!), beyond(large.get(name)!)];
      // Where nothing is read beyond what is shown, there is nothing that could grow.
      const growth = is <= was ? 0 : is / Math.max(1, was) - 1;
      say(`rows_read_growth_to_100000_workers.${name}`, growth, 0.05, 'ratio', 'lower');
    }
  }
  if (wants('million')) await million(town);
  if (wants('writes')) await writes(town);
  if (wants('bytes')) await bytes(town);
  if (wants('ratios')) await ratios(town);
  if (wants('first-row')) await firstRow(town);
  if (wants('tap')) await tap(town);
  if (wants('load')) await load(town);
  if (wants('memory')) await memory(town);
} finally {
  await town.stop();
}
if (failed > 0) console.error(`${failed} over the limit`);
process.exit(failed > 0 ? 1 : 0);
