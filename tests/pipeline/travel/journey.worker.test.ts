import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, type Page, textOf } from '../../../scripts/story/browser.ts';
import { link } from '../../../src/access/access.tables.ts';
import type { PhoneRoster } from '../../../src/pipeline/travel/roll-call/phone-roster.ts';
import { escort, incident, leg } from '../../../src/pipeline/travel/travel.tables.ts';
import { not } from '../../support/rows.ts';
import { aVisitor, seedTown, signedIn } from '../../support/town.ts';
import { rows, theBatch, thePlacement } from '../../support/town-rows.ts';
import { escortOf } from '../../support/travel-rows.ts';

/** Boarding today, the manifest locked. */
const BOARDING = 3;

let zhou: Browser;
let batch: string;
let page: Page;

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = (await theBatch(BOARDING)).id;
});

async function plan() {
  page = await zhou.open(`/batches/${batch}/travel`);
  return textOf(page);
}
async function version() {
  return (await theBatch(BOARDING)).planVersion;
}
const aLeg = {
  mode: 'coach',
  vehicle: '甘G·00066',
  fromPlace: '昆山',
  toPlace: '吴江',
  departsAt: '2027-03-06T20:00',
  arrivesAt: '2027-03-07T08:00',
  seats: '10',
  driver: '马师傅',
};

/** What an escort opens under their link, to send what this phone has noted. */
async function anEscortsPhone(name: string) {
  const subjectId = (await escortOf(batch)).id;
  const landing = forwardedIn(
    await zhou.post('/links', { purpose: 'escort', subjectId, batchId: batch }),
  );
  const phone = aVisitor();
  const own = await phone.submit(await phone.open(landing), landing);
  return async (deeds: Record<string, unknown>[]) => {
    const entries = deeds.map((deed, i) => ({
      ...deed,
      id: `01K${name.toUpperCase()}${String(i + 1).padStart(15, '0')}`,
      no: i + 1,
      at: Date.now(),
      knows: {},
    }));
    const answer = await phone.post(`${own.url}/entries`, {
      phone: name,
      seq: '0',
      sentAt: String(Date.now()),
      entries: JSON.stringify(entries),
    });
    return JSON.parse(answer.html) as { roster: PhoneRoster };
  };
}

describe('the plan of a journey', () => {
  it('says what is wrong with it, and which law says so', async () => {
    await plan();
    const late = await zhou.submit(page, /legs$/, { ...aLeg, arrivesAt: '2027-03-06T19:00' });
    expect([late.status, textOf(late).includes('到达时间要在出发之后')]).toEqual([422, true]);
    expect(late.root.querySelector('#vehicle')?.getAttribute('value')).toBe('甘G·00066');
    const before = await version();
    const added = await zhou.submit(late, /legs$/, { ...aLeg, cost: '1200', key: '' });
    const said = textOf(added);
    for (const fault of [
      '凌晨 2 点到 5 点要停车休息或接驳',
      '途中至少要休息',
      '座位差',
      '国发〔2012〕30号',
    ])
      expect(said).toContain(fault);
    expect(said).toContain('车费合计 ¥8,359.50');
    // The manifest is locked: what changes now is another version.
    expect(await version()).toBe(before + 1);
  });

  it('in a new version is picked up and acknowledged by each phone', async () => {
    const send = await anEscortsPhone('abcdefgh');
    const { roster } = await send([]);
    expect(roster.plan.version).toBe(await version());
    expect(roster.plan.legs.flat().join(' ')).toContain('甘G·00066');
    expect(await plan()).toContain('还没看新行程');
    await send([{ kind: 'plan_seen', version: roster.plan.version }]);
    expect(await plan()).toContain('已看新行程');
  });

  it('shows what happened on the way as it was noted on a phone, to be read and settled', async () => {
    const send = await anEscortsPhone('pqrstvwx');
    const someone = (await send([])).roster.people[0]!;
    const illness = { kind: 'incident', what: 'illness', called: '', policeReport: '' };
    await send([
      { ...illness, people: [someone.id], note: '晕车，停车休息' },
      { ...illness, people: ['01KDDDDDDDDDDDDDDDDDDDDDDD'], note: '' },
    ]);
    const shown = await plan();
    expect(shown).toContain('有人生病');
    expect(shown).toContain('晕车，停车休息');
    expect(await rows.count(incident, { batchId: batch })).toBe(1);
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain(
      `途中情况：有人生病 ${someone.name}`,
    );
  });

  it('loses a leg that is struck, and keeps it on record', async () => {
    await plan();
    const struck = await zhou.submit(page, /removal$/, {}).catch(() => null);
    expect(struck).not.toBeNull();
    expect(await rows.count(leg, { batchId: batch, removedAt: not(null) })).toBe(1);
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain('划掉行程');
  });
});

describe('who rides along', () => {
  it('are captains who agreed, and the page says how many are short', async () => {
    expect(await plan()).toContain('还差 2 名小组长');
    const placementId = page.root
      .querySelector('form[action$="/captains"] option')!
      .getAttribute('value')!;
    const refused = await zhou.submit(page, /captains$/, {});
    expect([refused.status, textOf(refused).includes('要本人愿意才行')]).toEqual([422, true]);
    const added = await zhou.submit(refused, /captains$/, {
      placementId,
      agreed: 'yes',
      key: '',
    });
    expect(textOf(added)).toContain('还差 1 名小组长');
    expect((await thePlacement(placementId)).captain).toBe(true);
    const captains = (await rows.all(escort, { placementId })).map(({ id }) => id);
    expect(await rows.count(link, { purpose: 'escort', subjectId: captains })).toBe(1);
  });
});

describe('the day of departure', () => {
  it('has its list of what must be in order, and the send-off with its leaders', async () => {
    expect(await plan()).toContain('✓ 体检');
    expect(page.root.querySelectorAll('.card .lines li').length).toBeGreaterThanOrEqual(8);
    const noted = await zhou.submit(page, /send-off$/, {
      place: '镇政府广场',
      leaders: '康镇长',
      photos: '6',
    });
    expect(textOf(noted)).toContain('康镇长');
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain(
      '欢送仪式：镇政府广场，康镇长到场',
    );
  });

  it('has an incident with whom it concerns, what it cost, and never a word the law forbids', async () => {
    await plan();
    const one = page.root
      .querySelector('form[action$="/incidents"] input[name=people]')!
      .getAttribute('value')!;
    const bare = await zhou.submit(page, /incidents$/, { kind: 'missing', people: one });
    expect([bare.status, bare.root.querySelector('#incident-called-error') !== null]).toEqual([
      422,
      true,
    ]);
    const forbidden = await zhou.submit(page, /incidents$/, {
      kind: 'illness',
      people: one,
      note: '查出乙肝',
      key: '',
    });
    expect([forbidden.status, textOf(forbidden).includes('不得填写')]).toEqual([422, true]);
    const told = await zhou.submit(page, /incidents$/, {
      kind: 'missing',
      people: one,
      called: '家人 14:00',
      policeReport: '110-2027-0306',
      cost: '300',
      answerable: 'carrier',
      key: '',
    });
    const said = textOf(told);
    for (const part of [
      '有人失联',
      '已联系：家人 14:00',
      '报警回执 110-2027-0306',
      '¥300 · 承运人',
    ])
      expect(said).toContain(part);
  });
});
