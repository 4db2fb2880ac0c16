import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, formsTo } from '../../scripts/story/browser.ts';
import { DAY, HOUR, MINUTE } from '../../src/clock.ts';
import { session } from '../../src/access/access.tables.ts';
import { SESSION_IDLE } from '../../src/access/session.queries.ts';
import { ledgerEntry } from '../../src/pipeline/ledger/ledger.tables.ts';
import { seedTown, signedIn } from '../support/town.ts';
import { accountOf, rows, theBatch } from '../support/town-rows.ts';

let zhou: Browser;
beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
});

/** Writes into the sessions of the coordinator, past the app. */
async function change(values: Partial<typeof session.$inferSelect>): Promise<void> {
  await rows.change(session, { accountId: (await accountOf('coordinator')).id }, values);
}
/** As if the session had begun three days ago and was last used this long ago. */
function lastUsed(ago: number) {
  return change({ createdAt: Date.now() - 3 * DAY, lastUsedAt: Date.now() - ago });
}
/** How long ago it was last used, in milliseconds, as far as that was noted. */
async function noted() {
  const { id } = await accountOf('coordinator');
  return Date.now() - (await rows.first(session, { accountId: id })).lastUsedAt;
}

it('goes on while it is used, and notes so in the round trip of the page', async () => {
  await lastUsed(SESSION_IDLE - MINUTE);
  const page = await zhou.open('/today');
  expect([page.status, page.url]).toEqual([200, '/today']);
  expect(page.timing).toContain('1 trips');
  expect(await noted()).toBeLessThan(MINUTE);
});

it('writes nothing for a page that follows another, and one row a quarter of an hour later', async () => {
  const written = async () => (await zhou.open('/inbox')).timing.match(/(\d+) written/)?.[1];
  await lastUsed(10 * MINUTE);
  expect(await written()).toBe('0');
  expect(await noted()).toBeGreaterThan(9 * MINUTE);
  await lastUsed(16 * MINUTE);
  expect(await written()).toBe('1');
  expect(await noted()).toBeLessThan(MINUTE);
});

it('changes nothing once it has idled for a day', async () => {
  const batch = (await theBatch(2)).id;
  await zhou.open(`/batches/${batch}`);
  await lastUsed(SESSION_IDLE + MINUTE);
  const cookieOnly = await zhou.post(`/batches/${batch}/costs`, {
    line: 'escort',
    bearer: 'station',
    amount: '1',
  });
  expect(cookieOnly.status).toBe(401);
  expect(await rows.count(ledgerEntry, { amountFen: 100 })).toBe(0);
});

it('ends after an idle day with the way back, and is not woken by the page that was refused', async () => {
  zhou = await signedIn('coordinator');
  await lastUsed(SESSION_IDLE + MINUTE);
  const page = await zhou.open('/workers');
  expect(page.url).toBe('/sign-in?next=%2Fworkers');
  expect(formsTo(page, /^\/sign-in$/)).toHaveLength(1);
  expect(await noted()).toBeGreaterThan(SESSION_IDLE);
});

it('ends after its fortnight, however much it is used', async () => {
  zhou = await signedIn('coordinator');
  await lastUsed(HOUR);
  await change({ expiresAt: Date.now() - 1 });
  expect((await zhou.open('/today')).url).toContain('/sign-in');
});

it('shows its pages still where nothing can be written, as on a full disk', async () => {
  const again = await signedIn('coordinator');
  await lastUsed(HOUR);
  await env.DB.exec(
    "create trigger full_disk before update on session begin select raise(abort, 'database or disk is full'); end",
  );
  const page = await again.open('/today');
  await env.DB.exec('drop trigger full_disk');
  expect([page.status, page.url]).toEqual([200, '/today']);
  expect(await noted(), 'what could not be noted is noted by the next page').toBeGreaterThan(
    HOUR - MINUTE,
  );
});
