import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, formsTo, textOf } from '../../scripts/story/browser.ts';
import { account as accountTable } from '../../src/access/access.tables.ts';
import { placement } from '../../src/pipeline/batch/batch.tables.ts';
import { jobOrder } from '../../src/pipeline/demand/demand.tables.ts';
import { visit } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { peopleNamed } from '../support/registry-rows.ts';
import { like } from '../support/rows.ts';
import { rows } from '../support/town-rows.ts';
import { seedTown, signedIn } from '../support/town.ts';

/** Pages that are gone back to are as they were, with the key that was sent already. */

let zhou: Browser;
beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
}, 30_000);

const PERSON = { phone: '13900139001', dataConsent: 'yes', trade: 'general' };

/** The next two visits that are due to one person who is away. */
async function nextTwoVisits() {
  const waiting = await rows.all(visit, { open: 1 });
  for (const { id } of await rows.all(placement, { followUp: 'away' })) {
    const [first, second] = waiting
      .filter(({ placementId }) => placementId === id)
      .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
    if (first && second) return [first, second] as const;
  }
  throw new Error('nobody has two visits before them');
}

describe('another form under the key of one that was saved', () => {
  it('is no person less: the second of two people is said not to be saved, and is with one more tap', async () => {
    const page = await zhou.open('/workers/new');
    const first = await zhou.submit(page, '/workers', {
      ...PERSON,
      name: '苏玉珍',
      idNumber: '620523199003070046',
    });
    expect(first.status).toBe(200);
    const other = { ...PERSON, name: '苏玉宝', idNumber: '620523199103070019' };
    const second = await zhou.submit(page, '/workers', other);
    expect(second.status).toBe(409);
    expect(textOf(second)).toContain('内容不同');
    expect(textOf(second)).toContain('这次填的还没有保存');
    expect(await peopleNamed('苏玉宝')).toBe(0);
    const kept = await zhou.submit(second, '/workers');
    expect(textOf(kept)).toContain('苏玉宝');
    expect([await peopleNamed('苏玉珍'), await peopleNamed('苏玉宝')]).toEqual([1, 1]);
  });

  it('is the same form where it says the same, and where only the clock of the phone went on', async () => {
    const page = await zhou.open('/workers/new');
    const said = {
      ...PERSON,
      name: '苏玉兰',
      idNumber: '620523199203070024',
      sentAt: '1',
      tappedAge: '1',
    };
    const first = await zhou.submit(page, '/workers', said);
    const again = await zhou.submit(page, '/workers', { ...said, sentAt: '2', tappedAge: '9' });
    expect([again.status, again.url]).toEqual([200, first.url]);
    expect(await peopleNamed('苏玉兰')).toBe(1);
  });

  it('is told for what is done to a batch too, and for the same key under another address', async () => {
    const order = await rows.first(jobOrder, { state: 'confirmed' });
    const [cancelled] = formsTo(await zhou.open(`/orders/${order.id}`), /./);
    expect(cancelled).toBeDefined();
    const [next, other] = await nextTwoVisits();
    const page = await zhou.open(`/visits/${next.id}`);
    const first = await zhou.submit(page, /\/outcome$/, { outcome: 'not_reached' });
    expect(first.status).toBe(200);
    const changed = await zhou.submit(page, /\/outcome$/, { outcome: 'wrong_number' });
    expect(changed.status).toBe(409);
    expect(textOf(changed)).toContain('这次填的也提交');
    const key = page.root.querySelector('input[name=key]')?.getAttribute('value') ?? '';
    const elsewhere = await zhou.post(`/visits/${other.id}/outcome`, {
      outcome: 'not_reached',
      key,
    });
    expect(elsewhere.status).toBe(409);
    expect((await rows.first(visit, { id: other.id })).tries).toBe(0);
  });
});

describe('another form that holds a password', () => {
  it('keeps no password, in the page or in the mark', async () => {
    const admin = await signedIn('admin');
    const page = await admin.open('/settings');
    const account = {
      name: '新同事',
      phone: '13900139555',
      role: 'coordinator',
      password: 'a-long-password',
    };
    const to = formsTo(page, /accounts$/)[0]!;
    await admin.submit(page, to, account);
    const other = await admin.submit(page, to, {
      ...account,
      phone: '13900139556',
      password: 'another-long-one',
    });
    expect(other.status).toBe(409);
    expect(other.html).not.toContain('another-long-one');
    expect(textOf(other)).not.toContain('这次填的也提交');
    expect(await rows.count(accountTable, { phone: like('1390013955%') })).toBe(1);
  });
});
