import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, textOf } from '../../../scripts/story/browser.ts';
import { audit } from '../../../src/access/access.tables.ts';
import { batch as batchTable, placement } from '../../../src/pipeline/batch/batch.tables.ts';
import { jobOrder } from '../../../src/pipeline/demand/demand.tables.ts';
import { paperPhoto } from '../../../src/pipeline/documents/documents.tables.ts';
import type { PhoneRoster } from '../../../src/pipeline/travel/roll-call/phone-roster.ts';
import { escort, handover, incident, leg } from '../../../src/pipeline/travel/travel.tables.ts';
import { employer } from '../../../src/registry/registry.tables.ts';
import { jpeg } from '../../support/photos.ts';
import { like, not } from '../../support/rows.ts';
import { aVisitor, seedTown, signedIn } from '../../support/town.ts';
import { accountOf, rows, theBatch, thePlacement, touch } from '../../support/town-rows.ts';
import { escortOf, fenIn, legBy, travelOf, withNames } from '../../support/travel-rows.ts';

/** Boarding today, the manifest locked. */
const BOARDING = 3;
let zhou: Browser;
let batch: string;

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = (await theBatch(BOARDING)).id;
});

function plan() {
  return zhou.open(`/batches/${batch}/travel`);
}
/** Whoever is to travel, or was called. */
async function onTheList() {
  const all = await rows.all(placement, { batchId: batch, exit: null });
  return withNames(
    all.filter(({ recruitment, travel }) => recruitment === 'selected' || travel !== 'expected'),
  );
}
/** Everybody's seat on this leg. */
async function seatsOn(legId: string) {
  return (await rows.all(placement, { batchId: batch, exit: null })).map(
    ({ seats }) => seats[legId],
  );
}
async function linkFor(purpose: string, subjectId: string) {
  const landing = forwardedIn(await zhou.post('/links', { purpose, subjectId, batchId: batch }));
  const browser = aVisitor();
  return { browser, landing, page: await browser.submit(await browser.open(landing), landing) };
}

describe('a vehicle that breaks down', () => {
  it('is changed for another one: seats and roster stay, what was planned stays on record, the books follow', async () => {
    await zhou.submit(await plan(), /seats$/, {});
    const old = (await legBy('coach', batch)).id;
    const seats = await seatsOn(old);
    const before = (await theBatch(BOARDING)).planVersion;
    const form = await zhou.open(`/batches/${batch}/legs/${old}/replacement`);
    expect(form.root.querySelector('#vehicle')?.getAttribute('value')).toBe('甘G·00088');
    expect(form.root.querySelector('#departsAt')?.getAttribute('value')).toMatch(/T08:00$/);
    const wrong = await zhou.submit(form, /replacement$/, { vehicle: '' });
    expect([wrong.status, wrong.root.querySelector('#driver')?.getAttribute('value')]).toEqual([
      422,
      '康师傅',
    ]);
    const page = await zhou.submit(wrong, /replacement$/, {
      vehicle: '甘G·00099',
      cost: '2000',
      key: '',
    });
    expect(textOf(page)).toContain('甘G·00099');
    expect(textOf(page)).not.toContain('甘G·00088');
    const fresh = await rows.first(leg, { vehicle: '甘G·00099' });
    expect(fresh.replaces).toBe(old);
    expect(await seatsOn(fresh.id)).toEqual(seats);
    expect((await theBatch(BOARDING)).planVersion).toBe(before + 1);
    // What the first was to cost is taken back, and what the second costs is planned.
    expect(await fenIn({ batchId: batch, originId: [old, fresh.id], kind: 'planned' })).toBe(
      200_000,
    );
    expect(textOf(await zhou.open(`/batches/${batch}/journey-report`))).toMatch(/甘G·00088.*划掉/);
    // The old one is nobody's to change any more.
    expect((await zhou.open(`/batches/${batch}/legs/${old}/replacement`)).status).toBe(404);
  });

  it('with fewer seats leaves those without one to be seated', async () => {
    const { id } = await rows.first(leg, { vehicle: '甘G·00099' });
    const form = await zhou.open(`/batches/${batch}/legs/${id}/replacement`);
    const page = await zhou.submit(form, /replacement$/, { vehicle: '甘G·00011', seats: '10' });
    expect(textOf(page)).toMatch(/\d+ 人还没有座位/);
    expect(textOf(page)).toContain('座位差');
  });
});

describe('an escort', () => {
  it('of the station is chosen by name, and calls the roll on the phone they are signed in with', async () => {
    const lacking = await zhou.submit(await plan(), /escorts$/, {
      accountId: '',
      name: '',
      phone: '',
      key: '',
    });
    expect(lacking.status).toBe(422);
    const officer = await accountOf('officer');
    await zhou.submit(await plan(), /escorts$/, {
      accountId: officer.id,
      role: 'cadre',
      key: '',
    });
    const { id, phone } = await rows.first(escort, { accountId: officer.id });
    expect(phone).toBe(officer.phone);
    const mei = await signedIn('officer');
    const page = await mei.open(`/batches/${batch}/travel`);
    expect(textOf(page)).toContain('用本机点名');
    const own = await mei.submit(page, /own-phone$/, {});
    expect(own.url).toMatch(/^\/g\//);
    expect(textOf(own)).toContain('张梅');
    // Again it is the same link, with what the phone has kept under it.
    const again = await mei.submit(await mei.open(`/batches/${batch}/travel`), /own-phone$/, {
      key: '',
    });
    expect(again.url).toBe(own.url);
    // It is hers alone.
    for (const role of ['coordinator', 'leader'] as const) {
      const other = await signedIn(role);
      expect((await other.post(`/batches/${batch}/escorts/${id}/own-phone`, {})).status).toBe(404);
    }
  });

  it('who falls ill is replaced: the old link ends, the paper no longer lets anybody take over from it', async () => {
    const { id } = await rows.first(escort, { batchId: batch, name: '马建成' });
    const old = await linkFor('escort', id);
    const takeover = (await zhou.open(`/batches/${batch}/roster`)).html;
    expect(takeover).toContain('马建成');
    const page = await zhou.submit(await plan(), new RegExp(`${id}/replacement$`), {
      accountId: '',
      name: '李桂芳',
      phone: '13800000312',
      why: '发烧',
      key: '',
    });
    expect(textOf(page)).toContain('李桂芳');
    expect(textOf(page)).not.toContain('马建成');
    expect((await old.browser.open(old.page.url)).status).toBe(410);
    expect((await zhou.open(`/batches/${batch}/roster`)).html).not.toContain('马建成');
    expect(
      (
        await zhou.post(`/batches/${batch}/escorts/${id}/replacement`, {
          name: '王某',
          phone: '13800000313',
          why: '再换',
        })
      ).status,
    ).toBe(409);
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain(
      '李桂芳 接替 马建成 护送',
    );
  });
});

describe('tickets of a train', () => {
  it('say where each sits, on the roster, the cards and the phone; a line that nobody can read keeps what was typed', async () => {
    const [one, two] = await onTheList();
    const train = (await legBy('train', batch)).id;
    const form = await zhou.open(`/batches/${batch}/legs/${train}/tickets`);
    expect(form.root.querySelector('#tickets')?.text).toContain(one!.name);
    const wrong = await zhou.submit(form, /tickets$/, {
      tickets: `${one!.name} 8车12A\n孙悟空 1车1A`,
    });
    expect([wrong.status, textOf(wrong).includes('孙悟空 1车1A')]).toEqual([422, true]);
    expect(wrong.root.querySelector('#tickets')?.text).toContain('8车12A');
    await zhou.submit(wrong, /tickets$/, {
      tickets: `${one!.name} 8车12A\n${two!.name} 8车12B`,
      key: '',
    });
    for (const sheet of ['roster', 'cards'])
      expect(textOf(await zhou.open(`/batches/${batch}/${sheet}`))).toContain('K1352 8车12A');
    const { page } = await linkFor('escort', (await escortOf(batch)).id);
    const roster = JSON.parse(page.root.querySelector('#roll-roster')!.textContent) as PhoneRoster;
    expect(roster.people.find(({ id }) => id === two!.id)?.tickets).toBe('K1352 8车12B');
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain(
      '登记 K1352 车票座位 2 人',
    );
  });
});

describe('two who change the same thing at once', () => {
  it('change it once, and the other one is told', async () => {
    const train = (await legBy('train', batch)).id;
    const form = await zhou.open(`/batches/${batch}/legs/${train}/replacement`);
    const legs = await Promise.all(
      ['K1353', 'K1354'].map((vehicle) => zhou.submit(form, /replacement$/, { vehicle, key: '' })),
    );
    expect(legs.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await rows.count(leg, { replaces: train })).toBe(1);
    const old = (await escortOf(batch)).id;
    const escorts = await Promise.all(
      ['赵某', '钱某'].map((name) =>
        zhou.post(`/batches/${batch}/escorts/${old}/replacement`, {
          name,
          phone: '13800000319',
          why: '有事',
        }),
      ),
    );
    expect(escorts.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await rows.count(escort, { name: ['赵某', '钱某'] })).toBe(1);
  });
});

describe('the roster', () => {
  it('carries portraits where there are any, on paper and on the phone, and each look is on record', async () => {
    const [one] = await onTheList();
    const key = '01KPPPPPPPPPPPPPPPPPPPPPP1';
    const own = await zhou.open(`/placements/${one!.id}`);
    const body = (name: string) => new File([jpeg()], name, { type: 'image/jpeg' });
    const before = await zhou.open(`/batches/${batch}/roster?photos=yes`);
    expect(textOf(before)).toContain('还没有人的证件照');
    // As the phone sends it: the photo, and the same made small.
    await zhou.upload(own, `/placements/${one!.id}/photos`, 'photo', body('photo.jpg'), {
      key,
      kind: 'photo',
      small: body('small.jpg'),
    });
    expect((await rows.first(paperPhoto, { id: key })).smallKey).not.toBeNull();
    expect((await zhou.open(`/batches/${batch}/roster?photos=yes`)).html).toContain(
      '<img class="portrait" src="data:image/jpeg',
    );
    expect((await zhou.open(`/batches/${batch}/roster`)).html).not.toContain(
      '<img class="portrait"',
    );
    const { browser, page } = await linkFor('escort', (await escortOf(batch)).id);
    const roster = JSON.parse(page.root.querySelector('#roll-roster')!.textContent) as PhoneRoster;
    expect(roster.people.find(({ id }) => id === one!.id)?.portrait).toBe(key);
    // The page itself carries none: it has to be light.
    expect(page.html).not.toContain('data:image/jpeg');
    const asked = async (photos: string) =>
      JSON.parse((await browser.open(`${page.url}/portraits?photos=${photos}`)).html) as Record<
        string,
        string
      >;
    const pictures = await asked(`${key},01KPPPPPPPPPPPPPPPPPPPPPP9`);
    expect(Object.keys(pictures)).toEqual([key]);
    expect(await asked('')).toEqual({});
    expect(pictures[key]).toMatch(/^data:image\/jpeg;base64,/);
    expect(await rows.count(audit, { action: 'photo.portraits' })).toBe(4);
    // Somebody who is not on the roster is not shown to an escort.
    await rows.change(placement, { id: one!.id }, { exit: 'released', travel: 'expected' });
    await touch(batch);
    expect(await asked(key)).toEqual({});
    await rows.change(placement, { id: one!.id }, { exit: null, travel: one!.travel });
    await touch(batch);
    // Nobody else's link shows them.
    expect((await aVisitor().open(`${page.url}/portraits?photos=${key}`)).status).toBe(404);
    await zhou.post(`/photos/${key}/removal`, {});
    expect((await zhou.open(`/batches/${batch}/roster?photos=yes`)).html).not.toContain(
      '<img class="portrait"',
    );
    expect((await env.PHOTOS.list()).objects).toEqual([]);
  });
});

describe('another escort, or another vehicle, on the way', () => {
  it('is an incident as well: with the reason, and with whoever rides in it', async () => {
    for (const { id, travel } of await onTheList())
      if (travel === 'expected')
        await zhou.post(`/placements/${id}/check-in`, { outcome: 'boarded' });
    await zhou.post(`/batches/${batch}/departure`, {});
    expect((await theBatch(BOARDING)).departedAt).not.toBeNull();
    const old = (await escortOf(batch)).id;
    await zhou.submit(await plan(), new RegExp(`${old}/replacement$`), {
      accountId: '',
      name: '马建成',
      phone: '13800000301',
      why: '在兰州站崴了脚',
      key: '',
    });
    expect((await rows.first(incident, { kind: 'escort_replaced' })).note).toContain('崴了脚');

    const coach = (await legBy('coach', batch)).id;
    await zhou.submit(
      await zhou.open(`/batches/${batch}/legs/${coach}/replacement`),
      /replacement$/,
      {
        vehicle: '甘G·00022',
        seats: '40',
        trouble: 'breakdown',
        why: '水箱漏了',
      },
    );
    const breakdown = await rows.first(incident, { kind: 'breakdown', batchId: batch });
    expect(breakdown).toMatchObject({ note: '甘G·00011 → 甘G·00022: 水箱漏了', legId: coach });
    expect(breakdown.people).toHaveLength(9);
  });
});

describe('an employer who closes while people are on the way', () => {
  let order: string;

  /** An order of another employer, as the coordinator enters it. */
  async function anOrder(fields: Record<string, string>): Promise<string> {
    const page = await zhou.submit(await zhou.open('/orders/new'), /orders$/, {
      trade: 'assembly',
      contactName: '钱经理',
      contactPhone: '13800000501',
      key: '',
      ...fields,
    });
    return page.url.split('/').at(-1)!;
  }

  it('is exchanged for another: the old order is cancelled, and everybody is asked anew', async () => {
    const old = (await theBatch(BOARDING)).orderId;
    const oldLink = await linkFor('employer', old);
    const empty = await zhou.open(`/batches/${batch}/redirection`);
    expect(textOf(empty)).toContain('没有还没发出的用工单');
    const wanted = {
      employerId: (await rows.first(employer, { name: like('苏州%') })).id,
      startsOn: '2026-12-01',
      site: '苏州工业园区',
      wageLow: '4200',
      wageHigh: '5200',
    };
    const short = await anOrder({ ...wanted, headcount: '2' });
    order = await anOrder({ ...wanted, headcount: '40' });
    const refused = await zhou.submit(
      await zhou.open(`/batches/${batch}/redirection`),
      /redirection$/,
      {
        orderId: short,
        reason: '停产',
      },
    );
    expect(textOf(refused)).toContain('要的人比现在的人少');
    expect(refused.html).toContain('停产');
    await zhou.submit(refused, /redirection$/, { orderId: order, reason: '停产', key: '' });
    expect((await theBatch(BOARDING)).orderId).toBe(order);
    expect((await rows.first(jobOrder, { id: old })).state).toBe('cancelled');
    expect((await oldLink.browser.open(oldLink.page.url)).status).toBe(410);
    expect((await rows.first(incident, { kind: 'redirected' })).note).toContain('停产');
    const boarded = { batchId: batch, travel: 'boarded' } as const;
    expect(await rows.count(placement, { ...boarded, consentedHash: not(null) })).toBe(0);
    const history = textOf(await zhou.open(`/batches/${batch}/history`));
    expect(history).toContain('昆山顺达精密 改去 苏州恒泰电子');
    // The papers of the other post are asked for.
    expect((await theBatch(BOARDING)).requirements).toContain('bank_account');
  });

  it('leaves the roll as it was, and shows nobody to the other who has not said yes to them', async () => {
    const [somebody] = (await onTheList()).filter(({ travel }) => travel === 'boarded');
    await zhou.post(`/placements/${somebody!.id}/check-in`, { outcome: 'arrived' });
    expect(await travelOf(somebody!.id)).toBe('arrived');
    await zhou.post(`/placements/${somebody!.id}/check-in`, { outcome: 'undo' });
    const unsaid = await linkFor('employer', order);
    expect(unsaid.page.html).not.toContain(somebody!.name);
  });

  it('is changed after an arrival too: what was said and signed there no longer counts', async () => {
    const people = (await onTheList()).filter(({ travel }) => travel === 'boarded');
    for (const { id } of people)
      await zhou.post(`/placements/${id}/check-in`, { outcome: 'arrived' });
    await zhou.post(`/batches/${batch}/arrival`, {});
    expect((await theBatch(BOARDING)).arrivedAt).not.toBeNull();
    // A signature for them that waits, as an escort's phone may have sent it.
    const deed = {
      kind: 'handover' as const,
      count: people.length,
      name: '前一家',
      people: people.map(({ id }) => id),
      rejected: [],
    };
    const heldEntries = [{ phone: 'abcdefgh', no: 9, at: Date.now(), deed }];
    await rows.change(batchTable, { id: batch }, { heldEntries });
    await touch(batch);
    order = await anOrder({
      employerId: (await rows.first(jobOrder, { id: order })).employerId,
      headcount: '30',
      startsOn: '2026-12-02',
      site: '吴江',
      wageLow: '4300',
      wageHigh: '5300',
    });
    await zhou.submit(await zhou.open(`/batches/${batch}/redirection`), /redirection$/, {
      orderId: order,
      reason: '满员',
    });
    expect(await theBatch(BOARDING)).toMatchObject({
      orderId: order,
      arrivedAt: null,
      heldEntries: [],
    });
    expect(await rows.count(placement, { batchId: batch, travel: 'arrived' })).toBe(0);
    expect(await rows.count(handover, { batchId: batch })).toBe(0);
  });

  it('hands nobody over who has not agreed to the terms of the other', async () => {
    const people = (await onTheList()).filter(({ travel }) => travel === 'boarded');
    const [first, second, ...rest] = people;
    const own = await linkFor('worker', first!.workerId);
    // Nothing is asked of them before the employer has said yes.
    expect(own.page.html).not.toContain('/consent"');
    await zhou.submit(await zhou.open(`/orders/${order}`), /sending$/, {});
    const firm = await linkFor('employer', order);
    const reply = await firm.browser.submit(firm.page, /reply$/, {
      kind: 'confirm',
      name: '钱经理',
    });
    expect(textOf(reply)).not.toContain('谢绝');
    expect((await rows.first(jobOrder, { id: order })).state).toBe('confirmed');
    // The number for which they left stays.
    expect((await theBatch(BOARDING)).headcount).toBe(24);

    const terms = await own.browser.open(own.page.url);
    expect(textOf(terms)).toContain('苏州恒泰电子');
    await own.browser.submit(terms, /consent$/, {});
    // What the station notes for somebody can be contradicted on the way as well, by their own
    // link.
    const third = await linkFor('worker', rest[0]!.workerId);
    const shown = await zhou.open(`/placements/${rest[0]!.id}`);
    await zhou.submit(shown, /consent$/, { manner: 'spoken' });
    expect((await thePlacement(rest[0]!.id)).recruitment).toBe('selected');
    await third.browser.submit(await third.browser.open(third.page.url), /contradiction$/, {});
    expect((await thePlacement(rest[0]!.id)).recruitment).toBe('reoffered');
    // One does not want to: that is one tap here too, and they are helped home.
    const other = await linkFor('worker', second!.workerId);
    await other.browser.submit(other.page, /withdrawal$/, {});
    expect(await travelOf(second!.id)).toBe('left_en_route');
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain(
      `${second!.name} 人在外地没有岗位`,
    );
    expect(textOf(await other.browser.open(other.page.url))).toContain('您中途离开了');

    for (const { id } of [first!, ...rest])
      await zhou.post(`/placements/${id}/check-in`, { outcome: 'arrived' });
    await zhou.post(`/batches/${batch}/arrival`, {});
    const sign = async () => {
      const page = await firm.browser.open(firm.page.url);
      return firm.browser.submit(page, /handover$/, {
        count: String(rest.length + 1),
        name: '钱经理',
      });
    };
    expect(textOf(await sign())).toContain('还有人没有同意新单位的条件');
    expect((await theBatch(BOARDING)).handedOverAt).toBeNull();
    const offer = await zhou.open(`/placements/${rest[0]!.id}`);
    const hash = offer.root.querySelector('input[name=hash]')?.getAttribute('value') ?? '';
    await zhou.post(`/batches/${batch}/consents`, {
      people: rest.map(({ id }) => id).join(','),
      hash,
      manner: 'spoken',
    });
    await sign();
    expect((await theBatch(BOARDING)).handedOverAt).not.toBeNull();
    expect(await rows.count(placement, { batchId: batch, travel: 'accepted' })).toBe(
      rest.length + 1,
    );
    // Now it is settled.
    expect(textOf(await zhou.open(`/batches/${batch}/redirection`))).toContain('现在不能改');
  });
});
