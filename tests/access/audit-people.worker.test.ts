import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, textOf } from '../../scripts/story/browser.ts';
import { sealAudit, verifyAudit } from '../../src/access/audit-seal.queries.ts';
import { audit, auditPerson } from '../../src/access/access.tables.ts';
import { openDatabase } from '../../src/db/client.ts';
import { batch } from '../../src/pipeline/batch/batch.tables.ts';
import { worker } from '../../src/registry/registry.tables.ts';
import { rows } from '../support/town-rows.ts';
import { seedTown, signedIn } from '../support/town.ts';

let office: Browser;
beforeAll(async () => {
  await seedTown();
  office = await signedIn('coordinator');
});

const db = openDatabase(env.DB);
function auditRows(): Promise<number> {
  return rows.count(audit);
}
async function exportWelders(reason: string): Promise<void> {
  const page = await office.open('/workers?trade=welding');
  await office.download(page, '/workers/export', { format: 'csv', idNumbers: 'yes', reason });
}
function newestExport() {
  return rows.last(audit, { action: 'worker.export' });
}
function peopleIn(seq: number): Promise<number> {
  return rows.count(auditPerson, { seq });
}
function sealAll() {
  return sealAudit(db, env.SECRET, Date.now());
}
async function isWhole(): Promise<boolean> {
  return (await verifyAudit(db, env.SECRET)).brokenAfter === null;
}

it('writes one line for a file of whole ID numbers, and who was in it beside the line', async () => {
  const before = await auditRows();
  await exportWelders('办火车票');
  expect(await auditRows()).toBe(before + 1);
  const welders = await rows.count(worker, { trade: 'welding' });
  expect(await peopleIn((await newestExport()).seq)).toBe(welders);
});

it('tells a person of the file they were in: on their page and in their own copy', async () => {
  await exportWelders('核对社保');
  const welder = await rows.first(worker, { trade: 'welding' });
  const cook = await rows.first(worker, { trade: 'catering' });
  const page = await office.open(`/workers/${welder.id}`);
  expect(textOf(page)).toContain('核对社保');
  const copy = await office.post(`/workers/${welder.id}/copy`, {});
  expect(copy.html).toContain('核对社保');
  expect(textOf(await office.open(`/workers/${cook.id}`))).not.toContain('核对社保');
});

it('names the people of a railway list by one line as well', async () => {
  const { id } = await rows.first(batch, { stage: 'travel' });
  const before = await auditRows();
  await office.post(`/batches/${id}/roster-file`, {
    shape: 'railway',
    format: 'csv',
    reason: '购票',
  });
  expect(await auditRows()).toBe(before + 1);
  const { seq, detail } = await newestExport();
  expect(await peopleIn(seq)).toBeGreaterThan(0);
  expect(await peopleIn(seq)).toBe(detail['rows']);
});

it('finds a person who was taken off a sealed list', async () => {
  await exportWelders('办证');
  await sealAll();
  expect(await isWhole()).toBe(true);
  const gone = await rows.first(auditPerson, { seq: (await newestExport()).seq });
  await rows.remove(auditPerson, gone);
  expect(await isWhole()).toBe(false);
  await rows.add(auditPerson, gone);
  expect(await isWhole()).toBe(true);
});

it('finds a person who was put beside a sealed line that was about nobody', async () => {
  await sealAll();
  expect(await isWhole()).toBe(true);
  await rows.add(auditPerson, { workerId: 'SOMEBODY', seq: 3 });
  expect(await isWhole()).toBe(false);
  await rows.remove(auditPerson, { workerId: 'SOMEBODY' });
  expect(await isWhole()).toBe(true);
});
