import { beforeAll, expect, it } from 'vitest';
import { type Browser, forwardedIn, linksTo, type Page, textOf } from '../../scripts/story/browser.ts';
import { aVisitor, firstValue, seedTown, signedIn } from '../support/town.ts';

let zhou: Browser;
beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
}, 30_000);

const employerOf = async (where: string): Promise<{ batch: string; employer: Browser; page: Page }> => {
  const batch = await firstValue(`select id as value from batch where ${where} limit 1`);
  const subjectId = await firstValue('select order_id as value from batch where id = ?', batch);
  const landing = forwardedIn(await zhou.post('/links', { purpose: 'employer', subjectId, batchId: batch }));
  const employer = aVisitor();
  return { batch, employer, page: await employer.submit(await employer.open(landing), landing) };
};

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
  expect(file.html).toMatch(/^BEGIN:VCALENDAR\r\n[^]*DTSTART:\d{8}T\d{6}Z\r\n[^]*END:VCALENDAR\r\n$/);
  expect((await aVisitor().open(calendar)).status, 'without the link there is no such file').toBe(404);
});

it('keeps a record of what an employer confirmed and signed, and no longer asks for it', async () => {
  const { batch, page } = await employerOf(
    'handed_over_at is not null and exists (select 1 from handover where batch_id = batch.id)',
  );
  const signedBy = await firstValue('select signed_by as value from handover where batch_id = ? limit 1', batch);
  const record = page.root.querySelector('#record')?.text ?? '';
  expect(record).toContain(`${signedBy}签收`);
  expect(page.root.querySelector('h1')?.text).toContain('人员已签收');
  expect(textOf(page)).not.toContain('请确认用工人数');
});
