import { beforeAll, expect, it } from 'vitest';
import { textOf } from '../../scripts/story/browser.ts';
import { batch as batchTable, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { rightsCase } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { area, worker } from '../../src/registry/registry.tables.ts';
import { not } from '../support/rows.ts';
import { officersVillage, personIn, rows, thePlacement } from '../support/town-rows.ts';
import { seedTown, signedIn } from '../support/town.ts';

const CONCLUSIONS = /复查|不合格|合格|不宜|身体不适/;
let batch = '';
let recheck = '';

/** Puts down another village as the one where somebody lives. */
async function moveTo(workerId: string, villageId: string): Promise<void> {
  await rows.change(worker, { id: workerId }, { villageId });
}

beforeAll(async () => {
  await seedTown();
  const waiting = await rows.first(placement, { health: 'recheck' });
  [batch, recheck] = [waiting.batchId, waiting.id];
  await moveTo(waiting.workerId, await officersVillage());
});

it('tells conclusions to the station', async () => {
  const office = await signedIn('coordinator');
  expect(textOf(await office.open(`/batches/${batch}`))).toMatch(/要复查/);
  expect(textOf(await office.open(`/batches/${batch}/health`))).toMatch(/需复查/);
});

it.each(['leader', 'officer'] as const)(
  'tells a %s that somebody is not ready, and never why',
  async (role) => {
    const browser = await signedIn(role);
    for (const address of [
      '/today',
      '/inbox',
      `/batches/${batch}`,
      `/batches/${batch}?show=all`,
      `/batches/${batch}?show=left`,
      `/batches/${batch}/health`,
      `/batches/${batch}/history`,
      `/placements/${recheck}`,
      `/workers/${(await thePlacement(recheck)).workerId}`,
    ]) {
      const page = await browser.open(address);
      expect(page.status, address).toBe(200);
      expect(CONCLUSIONS.exec(textOf(page))?.[0], address).toBeUndefined();
    }
  },
);

it('shows an officer only the cases of their own village', async () => {
  const officer = await signedIn('officer');
  const { id, placementId } = await rows.first(rightsCase);
  const whose = (await personIn(placementId)).id;
  const village = await officersVillage();
  await moveTo(whose, (await rows.first(area, { kind: 'village', id: not(village) })).id);
  expect((await officer.open(`/cases/${id}`)).status).toBe(404);
  expect((await officer.open('/cases')).html).not.toContain(id);
  await moveTo(whose, village);
  expect((await officer.open(`/cases/${id}`)).status).toBe(200);
  expect((await officer.open('/cases')).html).toContain(id);
});

it('refuses a forbidden result in a reason, and keeps nothing of it', async () => {
  const office = await signedIn('coordinator');
  const page = await office.open(`/batches/${batch}/cancellation`);
  for (const reason of ['有人乙 肝两对半阳性', 'HBsAg(+)', 'ｈｂｖ－ＤＮＡ', '孕检未过']) {
    const refused = await office.submit(page, /cancellation$/, { reason });
    expect(refused.status).toBe(422);
  }
  expect((await rows.first(batchTable, { id: batch })).status).toBe('open');
});
