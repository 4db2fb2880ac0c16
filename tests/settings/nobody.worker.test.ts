import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, textOf } from '../../scripts/story/browser.ts';
import { account as accountTable } from '../../src/access/access.tables.ts';
import { placement } from '../../src/pipeline/batch/batch.tables.ts';
import { rightsCase } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { examDay } from '../../src/pipeline/health/health.tables.ts';
import { escort as escortTable } from '../../src/pipeline/travel/travel.tables.ts';
import { clinic as clinicTable, worker } from '../../src/registry/registry.tables.ts';
import { accountOf, rows, theBatch } from '../support/town-rows.ts';
import { aVisitor, seedTown, signedIn } from '../support/town.ts';

const NOBODY = '01KCCCCCCCCCCCCCCCCCCCCCCC';

let zhou: Browser;
let admin: Browser;
beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  admin = await signedIn('admin');
}, 30_000);
/** How many there are of what a form may name. */
function counts(): Promise<number[]> {
  return Promise.all(
    [worker, examDay, escortTable, accountTable].map((table) => rows.count(table)),
  );
}

describe('what is named and is not there', () => {
  it('is told, and nothing is written: a village, a clinic, a colleague', async () => {
    const before = await counts();
    const person = {
      name: '苏玉珍',
      idNumber: '620523199003070046',
      phone: '13900139001',
      dataConsent: 'yes',
    };
    const page = await zhou.open('/workers/new');
    const nowhere = await zhou.submit(page, '/workers', { ...person, villageId: NOBODY });
    expect([nowhere.status, textOf(nowhere).includes('已经不存在')]).toEqual([422, true]);
    const { id } = await theBatch(3);
    const escort = await zhou.post(`/batches/${id}/escorts`, {
      accountId: NOBODY,
      role: 'cadre',
    });
    expect(escort.status).toBe(422);
    const officer = {
      name: '新人',
      phone: '13900139666',
      role: 'officer',
      password: 'a-long-password',
    };
    const account = await admin.post('/settings/accounts', { ...officer, villageId: NOBODY });
    expect(account.status).toBe(422);
    expect(await counts()).toEqual(before);
  });
});

describe('the settings', () => {
  it('take a clinic or an agency of one name once', async () => {
    const clinic = { name: '县医院二部', phone: '0936-1', address: '东街' };
    expect((await admin.post('/settings/clinics', clinic)).status).toBe(200);
    const again = await admin.post('/settings/clinics', clinic);
    expect([again.status, textOf(again).includes('已经有同名的')]).toEqual([422, true]);
    expect(await rows.count(clinicTable, { name: '县医院二部' })).toBe(1);
  });

  it('give nobody their own number for a password', async () => {
    const { id, phone } = await accountOf('coordinator');
    const weak = await admin.post(`/settings/accounts/${id}/password`, { password: phone });
    expect(weak.status).toBe(422);
    expect((await zhou.open('/today')).status, 'nobody was signed out').toBe(200);
  });
});

it('opens one case of what a worker tells of again and again', async () => {
  const { workerId } = await rows.first(placement, { followUp: 'away' });
  const placementId = (await rows.all(placement, { workerId })).map(({ id }) => id);
  const landing = forwardedIn(
    await zhou.post('/links', { purpose: 'worker', subjectId: workerId }),
  );
  const phone = aVisitor();
  const page = await phone.submit(await phone.open(landing), landing);
  for (let i = 0; i < 3; i++) await phone.post(`${page.url}/answer`, { kind: 'no_contract' });
  expect(await rows.count(rightsCase, { placementId, kind: 'no_contract' })).toBe(1);
  const again = await phone.post(`${page.url}/answer`, { kind: 'no_contract' });
  expect([again.status, textOf(again).includes('已经报过了')]).toEqual([409, true]);
});
