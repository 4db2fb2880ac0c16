import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import {
  type Browser,
  forwardedIn,
  linksTo,
  type Page,
  textOf,
} from '../../scripts/story/browser.ts';
import { aVisitor, firstValue, seedTown, signedIn } from '../support/town.ts';

let zhou: Browser;
beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
}, 30_000);

async function employerOf(
  where: string,
): Promise<{ batch: string; employer: Browser; page: Page }> {
  const batch = await firstValue(`select id as value from batch where ${where} limit 1`);
  const subjectId = await firstValue('select order_id as value from batch where id = ?', batch);
  const landing = forwardedIn(
    await zhou.post('/links', { purpose: 'employer', subjectId, batchId: batch }),
  );
  const employer = aVisitor();
  return { batch, employer, page: await employer.submit(await employer.open(landing), landing) };
}

it('tells an employer, once the list is fixed, who comes, when, by what and with whom; names and nothing more', async () => {
  const { batch, employer, page } = await employerOf(
    "status = 'open' and locked_at is not null and arrived_at is null and exists (select 1 from leg where batch_id = batch.id and removed_at is null)",
  );
  const card = page.root.querySelector('#coming');
  const name = await firstValue(
    "select name as value from worker where id = (select worker_id from placement where batch_id = ? and recruitment = 'selected' and exit is null and travel in ('expected', 'boarded') limit 1)",
    batch,
  );
  expect(card?.text).toContain(name);
  expect(card?.text).toMatch(/到达.+车辆.+护送人/s);
  expect(card?.querySelector('a[href^="tel:"]')).not.toBeNull();
  expect(card?.text).not.toMatch(/合格|复查|\d{17}[\dX]/);
  const phone = await firstValue('select phone as value from worker where name = ? limit 1', name);
  expect(card?.text).not.toContain(phone);
  const [calendar = ''] = linksTo(page, /arrival\.ics$/);
  const file = await employer.open(calendar);
  expect(file.html).toMatch(
    /^BEGIN:VCALENDAR\r\n[^]*DTSTART:\d{8}T\d{6}Z\r\n[^]*END:VCALENDAR\r\n$/,
  );
  expect((await aVisitor().open(calendar)).status, 'without the link there is no such file').toBe(
    404,
  );
});

it('keeps a record of what an employer confirmed and signed, and no longer asks for it', async () => {
  const { batch, page } = await employerOf(
    'handed_over_at is not null and exists (select 1 from handover where batch_id = batch.id)',
  );
  const signedBy = await firstValue(
    'select signed_by as value from handover where batch_id = ? limit 1',
    batch,
  );
  const record = page.root.querySelector('#record')?.text ?? '';
  expect(record).toContain(`${signedBy}签收`);
  expect(page.root.querySelector('h1')?.text).toContain('人员已签收');
  expect(textOf(page)).not.toContain('请确认用工人数');
});

/** The list of 26-03 at its place, with nobody signed for yet. */
async function arrived(): Promise<void> {
  const batch = "(select id from batch where code = '26-03')";
  await env.DB.batch([
    env.DB.prepare(
      `update placement set travel = 'arrived' where batch_id = ${batch} and recruitment = 'selected' and exit is null`,
    ),
    env.DB.prepare(
      `update batch set stage = 'travel', departed_at = locked_at, arrived_at = locked_at, touched = touched + 1 where id = ${batch}`,
    ),
  ]);
}

it('signs for those whose names are in sight, by the number that follows from them, and for nobody by an unknown reason', async () => {
  await arrived();
  const { batch, employer, page } = await employerOf("code = '26-03'");
  const [first = '', ...others] = page.root
    .querySelectorAll('form[data-accepts] select')
    .map((select) => select.getAttribute('name') ?? '');
  expect(others.length).toBeGreaterThan(3);
  expect(
    page.root.querySelector('form[data-accepts] input[name=count]'),
    'nobody has to count',
  ).toBeNull();
  const odd = await employer.submit(page, /\/handover$/, { [first]: 'ugly', name: '贺经理' });
  expect(odd.status).toBe(422);
  expect(odd.root.querySelector('#name')?.getAttribute('value')).toBe('贺经理');
  expect(await firstValue('select count(*) as value from handover where batch_id = ?', batch)).toBe(
    '0',
  );
  const signed = await employer.submit(odd, /\/handover$/, {
    [first]: 'skill_differs',
    name: '贺经理',
  });
  expect(signed.status).toBe(200);
  expect(
    await firstValue(
      "select count(*) as value from placement where batch_id = ? and travel = 'accepted'",
      batch,
    ),
  ).toBe(String(others.length));
  const name = await firstValue(
    'select name as value from worker join placement on worker.id = worker_id where placement.id = ?',
    first.slice('reject-'.length),
  );
  const record = signed.root.querySelector('#record')?.text ?? '';
  expect(record).toMatch(/确认/);
  expect(record, 'whom they did not take is named').toContain(name);
});
