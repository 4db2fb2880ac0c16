import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, formsTo } from '../../scripts/story/browser.ts';
import { DAY, HOUR, MINUTE } from '../../src/clock.ts';
import { firstValue, seedTown, signedIn } from '../support/town.ts';
import { SESSION_IDLE } from '../../src/access/session.queries.ts';

let zhou: Browser;
beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
});

const MINE = "account_id = (select id from account where role = 'coordinator')";
/** As if the session had begun three days ago and was last used this long ago. */
function lastUsed(ago: number) {
  return env.DB.prepare(`update session set created_at = ?, last_used_at = ? where ${MINE}`)
    .bind(Date.now() - 3 * DAY, Date.now() - ago)
    .run();
}
async function noted() {
  return (
    Date.now() - Number(await firstValue(`select last_used_at as value from session where ${MINE}`))
  );
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
  const batch = await firstValue("select id as value from batch where code = '26-02'");
  await zhou.open(`/batches/${batch}`);
  await lastUsed(SESSION_IDLE + MINUTE);
  const cookieOnly = await zhou.post(`/batches/${batch}/costs`, {
    line: 'escort',
    bearer: 'station',
    amount: '1',
  });
  expect(cookieOnly.status).toBe(401);
  expect(
    await firstValue('select count(*) as value from ledger_entry where amount_fen = 100'),
  ).toBe('0');
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
  await env.DB.prepare(`update session set expires_at = ? where ${MINE}`)
    .bind(Date.now() - 1)
    .run();
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
