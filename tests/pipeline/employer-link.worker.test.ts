import { demoCode } from '../../scripts/seed/town.ts';
import { beforeAll, expect, it } from 'vitest';
import {
  type Browser,
  forwardedIn,
  linksTo,
  type Page,
  textOf,
} from '../../scripts/story/browser.ts';
import { batch as batchTable, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { handover } from '../../src/pipeline/travel/travel.tables.ts';
import { plannedBatches, theOrderOf } from '../support/pipeline-rows.ts';
import { not, type Where } from '../support/rows.ts';
import { aVisitor, seedTown, signedIn } from '../support/town.ts';
import { personIn, rows, theBatch, touch } from '../support/town-rows.ts';

let zhou: Browser;
beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
});

async function employerOf(
  where: Where<typeof batchTable>,
): Promise<{ batch: string; employer: Browser; page: Page }> {
  const { id: batch } = await rows.first(batchTable, where);
  const { id: subjectId } = await theOrderOf(batch);
  const landing = forwardedIn(
    await zhou.post('/links', { purpose: 'employer', subjectId, batchId: batch }),
  );
  const employer = aVisitor();
  return { batch, employer, page: await employer.submit(await employer.open(landing), landing) };
}

it('tells an employer, once the list is fixed, who comes, when, by what and with whom; names and nothing more', async () => {
  const { batch, employer, page } = await employerOf({
    status: 'open',
    lockedAt: not(null),
    arrivedAt: null,
    id: await plannedBatches(),
  });
  const card = page.root.querySelector('#coming');
  const going = await rows.first(placement, {
    batchId: batch,
    recruitment: 'selected',
    exit: null,
    travel: ['expected', 'boarded'],
  });
  const { name, phone } = await personIn(going.id);
  expect(card?.text).toContain(name);
  expect(card?.text).toMatch(/到达.+车辆.+护送人/s);
  expect(card?.querySelector('a[href^="tel:"]')).not.toBeNull();
  expect(card?.text).not.toMatch(/合格|复查|\d{17}[\dX]/);
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
  const signatures = await rows.all(handover);
  const { batch, page } = await employerOf({
    handedOverAt: not(null),
    id: signatures.map(({ batchId }) => batchId),
  });
  const { signedBy } = await rows.first(handover, { batchId: batch });
  const record = page.root.querySelector('#record')?.text ?? '';
  expect(record).toContain(`${signedBy}签收`);
  expect(page.root.querySelector('h1')?.text).toContain('人员已签收');
  expect(textOf(page)).not.toContain('请确认用工人数');
});

/** The list of the third batch at its place, with nobody signed for yet. */
async function arrived(): Promise<void> {
  const { id, lockedAt } = await theBatch(3);
  await rows.change(
    placement,
    { batchId: id, recruitment: 'selected', exit: null },
    { travel: 'arrived' },
  );
  await rows.change(
    batchTable,
    { id },
    { stage: 'travel', departedAt: lockedAt, arrivedAt: lockedAt },
  );
  await touch(id);
}

it('signs for those whose names are in sight, by the number that follows from them, and for nobody by an unknown reason', async () => {
  await arrived();
  const { batch, employer, page } = await employerOf({ code: demoCode(3, Date.now()) });
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
  expect(await rows.count(handover, { batchId: batch })).toBe(0);
  const signed = await employer.submit(odd, /\/handover$/, {
    [first]: 'skill_differs',
    name: '贺经理',
  });
  expect(signed.status).toBe(200);
  expect(await rows.count(placement, { batchId: batch, travel: 'accepted' })).toBe(others.length);
  const { name } = await personIn(first.slice('reject-'.length));
  const record = signed.root.querySelector('#record')?.text ?? '';
  expect(record).toMatch(/确认/);
  expect(record, 'whom they did not take is named').toContain(name);
});
