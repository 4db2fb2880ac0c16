import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, textOf } from '../../scripts/story/browser.ts';
import {
  account,
  audit,
  auditHead,
  auditPerson,
  auditSeal,
} from '../../src/access/access.tables.ts';
import { sealAudit } from '../../src/access/audit-seal.queries.ts';
import { DAY, dayOf } from '../../src/clock.ts';
import { openDatabase } from '../../src/db/client.ts';
import { tellAuditHead } from '../../src/notices/audit-head.queries.ts';
import { notice } from '../../src/notices/notices.tables.ts';
import { after } from '../support/registry-rows.ts';
import { rows } from '../support/town-rows.ts';
import { seedTown, signedIn } from '../support/town.ts';

const NOW = Date.now();
let leader: Browser;

async function aDayLater(days: number): Promise<void> {
  const db = openDatabase(env.DB);
  await sealAudit(db, env.SECRET, NOW + days * DAY);
  await tellAuditHead(db, NOW + days * DAY);
}
async function inbox() {
  return textOf(await leader.open('/inbox'));
}
function told() {
  return rows.all(notice, { kind: 'audit_head' });
}
async function heads() {
  return (await leader.open('/audit')).root
    .querySelectorAll('#heads li')
    .map((line) => line.text.replaceAll(/\s+/g, ' '));
}

beforeAll(async () => {
  await seedTown();
  leader = await signedIn('leader');
  await aDayLater(0);
});

it('is told to every leader, with the day, how many lines are sealed, and a mark to note', async () => {
  const { lastSeq } = await rows.last(auditSeal);
  expect(await inbox()).toMatch(
    new RegExp(
      `${dayOf(NOW)} 审计已封存到第 ${lastSeq} 条，印记 [\\da-f]{4} [\\da-f]{4} [\\da-f]{4}`,
    ),
  );
  const whom = (await told()).map(({ accountId }) => accountId);
  const roles = (await rows.all(account, { id: whom })).map(({ role }) => role);
  expect(roles).toEqual(['leader']);
});

it('is told once a day, however often the minute comes round', async () => {
  await aDayLater(0);
  await Promise.all([aDayLater(0), aDayLater(0)]);
  expect(await told()).toHaveLength(1);
  await aDayLater(1);
  await Promise.all([aDayLater(1), aDayLater(1)]);
  expect(await told()).toHaveLength(2);
});

it('stands on the audit page day by day, with the same mark, and is found in the chain', async () => {
  const [newest = '', first = ''] = await heads();
  const marks = [...(await inbox()).matchAll(/印记 ([\da-f ]{14})/g)].map(([, mark = '']) => mark);
  expect(marks).toHaveLength(2);
  expect([newest, first].every((line) => line.includes('还在链里'))).toBe(true);
  expect(newest).toContain(marks[0]);
  expect(first).toContain(marks[1]);
});

it('is found to be lost where the chain was cut off and sealed anew, and the leaders are told', async () => {
  const { lastSeq } = await rows.first(auditHead);
  const beyond = { seq: after(lastSeq - 5) };
  await rows.remove(auditPerson, beyond);
  await rows.remove(audit, beyond);
  await rows.remove(auditSeal);
  await aDayLater(2);
  expect((await heads()).map((line) => line.includes('对不上'))).toEqual([false, true, true]);
  expect(await inbox()).toContain('审计对不上');
});
