import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, textOf } from '../../scripts/story/browser.ts';
import { sealAudit, verifyAudit } from '../../src/access/audit-seal.queries.ts';
import { openDatabase } from '../../src/db/client.ts';
import { firstValue, seedTown, signedIn } from '../support/town.ts';

let office: Browser;
beforeAll(async () => {
  await seedTown();
  office = await signedIn('coordinator');
});

const db = openDatabase(env.DB);
async function auditRows(): Promise<number> {
  return Number(await firstValue('select count(*) as value from audit'));
}
async function exportWelders(reason: string): Promise<void> {
  const page = await office.open('/workers?trade=welding');
  await office.download(page, '/workers/export', { format: 'csv', idNumbers: 'yes', reason });
}
function newestExport() {
  return firstValue("select max(seq) as value from audit where action = 'worker.export'").then(
    Number,
  );
}
function peopleIn(seq: number) {
  return firstValue('select count(*) as value from audit_person where seq = ?', seq).then(Number);
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
  const welders = Number(
    await firstValue("select count(*) as value from worker where trade = 'welding'"),
  );
  expect(await peopleIn(await newestExport())).toBe(welders);
});

it('tells a person of the file they were in: on their page and in their own copy', async () => {
  await exportWelders('核对社保');
  const [welder, cook] = await Promise.all(
    ['welding', 'catering'].map((trade) =>
      firstValue('select id as value from worker where trade = ? order by id limit 1', trade),
    ),
  );
  const page = await office.open(`/workers/${welder}`);
  expect(textOf(page)).toContain('核对社保');
  const copy = await office.post(`/workers/${welder}/copy`, {});
  expect(copy.html).toContain('核对社保');
  expect(textOf(await office.open(`/workers/${cook}`))).not.toContain('核对社保');
});

it('names the people of a railway list by one line as well', async () => {
  const batch = await firstValue("select id as value from batch where stage = 'travel' limit 1");
  const before = await auditRows();
  await office.post(`/batches/${batch}/roster-file`, {
    shape: 'railway',
    format: 'csv',
    reason: '购票',
  });
  expect(await auditRows()).toBe(before + 1);
  const seq = await newestExport();
  expect(await peopleIn(seq)).toBeGreaterThan(0);
  expect(await peopleIn(seq)).toBe(
    Number(
      await firstValue(
        "select json_extract(detail, '$.rows') as value from audit where seq = ?",
        seq,
      ),
    ),
  );
});

it('finds a person who was taken off a sealed list', async () => {
  await exportWelders('办证');
  await sealAll();
  expect(await isWhole()).toBe(true);
  const seq = await newestExport();
  const gone = await firstValue(
    'select min(worker_id) as value from audit_person where seq = ?',
    seq,
  );
  await env.DB.prepare('delete from audit_person where seq = ? and worker_id = ?')
    .bind(seq, gone)
    .run();
  expect(await isWhole()).toBe(false);
  await env.DB.prepare('insert into audit_person (worker_id, seq) values (?, ?)')
    .bind(gone, seq)
    .run();
  expect(await isWhole()).toBe(true);
});

it('finds a person who was put beside a sealed line that was about nobody', async () => {
  await sealAll();
  expect(await isWhole()).toBe(true);
  await env.DB.prepare("insert into audit_person (worker_id, seq) select 'SOMEBODY', 3").run();
  expect(await isWhole()).toBe(false);
  await env.DB.prepare("delete from audit_person where worker_id = 'SOMEBODY'").run();
  expect(await isWhole()).toBe(true);
});
