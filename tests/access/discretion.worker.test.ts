import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { textOf } from '../../scripts/story/browser.ts';
import { firstValue, seedTown, signedIn } from '../support/town.ts';

const CONCLUSIONS = /复查|不合格|合格|不宜|身体不适/;
let batch = '';
let recheck = '';
beforeAll(async () => {
  await seedTown();
  batch = await firstValue(
    "select batch_id as value from placement where health = 'recheck' limit 1",
  );
  recheck = await firstValue("select id as value from placement where health = 'recheck' limit 1");
  await env.DB.prepare(
    "update worker set village_id = (select village_id from account where role = 'officer') where id = (select worker_id from placement where id = ?)",
  )
    .bind(recheck)
    .run();
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
      `/workers/${await firstValue('select worker_id as value from placement where id = ?', recheck)}`,
    ]) {
      const page = await browser.open(address);
      expect(page.status, address).toBe(200);
      expect(CONCLUSIONS.exec(textOf(page))?.[0], address).toBeUndefined();
    }
  },
);

it('shows an officer only the cases of their own village', async () => {
  const officer = await signedIn('officer');
  const id = await firstValue('select id as value from rights_case limit 1');
  const village = await firstValue(
    "select village_id as value from account where role = 'officer'",
  );
  const setVillage = (sign: string) =>
    env.DB.prepare(
      `update worker set village_id = (select id from area where id ${sign} ? limit 1) where id = (select worker_id from placement where id = (select placement_id from rights_case where id = ?))`,
    )
      .bind(village, id)
      .run();
  await setVillage('<>');
  expect((await officer.open(`/cases/${id}`)).status).toBe(404);
  expect((await officer.open('/cases')).html).not.toContain(id);
  await setVillage('=');
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
  expect(await firstValue('select status as value from batch where id = ?', batch)).toBe('open');
});
