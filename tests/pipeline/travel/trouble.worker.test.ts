import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, textOf } from '../../../scripts/story/browser.ts';
import type { PhoneRoster } from '../../../src/pipeline/travel/roll-call/phone-roster.ts';
import { jpeg } from '../../support/photos.ts';
import { aVisitor, firstValue, seedTown, signedIn } from '../../support/town.ts';

/** Boarding today, the manifest locked. */
const BOARDING = '26-03';
let zhou: Browser;
let batch: string;

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = await firstValue('select id as value from batch where code = ?', BOARDING);
});

function travelOf() {
  return zhou.open(`/batches/${batch}/travel`);
}
function column(name: string) {
  return firstValue(`select ${name} as value from batch where id = ?`, batch);
}
async function onTheList(): Promise<{ id: string; name: string; travel: string }[]> {
  return (
    await env.DB.prepare(
      "select p.id, w.name, travel from placement p join worker w on w.id = worker_id where batch_id = ? and p.exit is null and (recruitment = 'selected' or travel <> 'expected') order by p.id",
    )
      .bind(batch)
      .all<{ id: string; name: string; travel: string }>()
  ).results;
}
function anEscort() {
  return firstValue(
    'select id as value from escort where batch_id = ? and replaced_at is null',
    batch,
  );
}
async function linkFor(purpose: string, subjectId: string) {
  const landing = forwardedIn(await zhou.post('/links', { purpose, subjectId, batchId: batch }));
  const browser = aVisitor();
  return { browser, landing, page: await browser.submit(await browser.open(landing), landing) };
}

describe('a vehicle that breaks down', () => {
  it('is changed for another one: seats and roster stay, what was planned stays on record, the books follow', async () => {
    await zhou.submit(await travelOf(), /seats$/, {});
    const leg = await firstValue(
      "select id as value from leg where batch_id = ? and mode = 'coach' and removed_at is null",
      batch,
    );
    const seats = await firstValue(
      'select group_concat(json_extract(seats, ?), char(44)) as value from placement where batch_id = ? and exit is null',
      `$.${leg}`,
      batch,
    );
    const before = Number(await column('plan_version'));
    const form = await zhou.open(`/batches/${batch}/legs/${leg}/replacement`);
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
    const fresh = await firstValue("select id as value from leg where vehicle = '甘G·00099'");
    expect(await firstValue('select replaces as value from leg where id = ?', fresh)).toBe(leg);
    expect(
      await firstValue(
        'select group_concat(json_extract(seats, ?), char(44)) as value from placement where batch_id = ? and exit is null',
        `$.${fresh}`,
        batch,
      ),
    ).toBe(seats);
    expect(Number(await column('plan_version'))).toBe(before + 1);
    // What the first was to cost is taken back, and what the second costs is planned.
    expect(
      await firstValue(
        "select sum(amount_fen) as value from ledger_entry where batch_id = ? and origin_id in (?, ?) and kind = 'planned'",
        batch,
        leg,
        fresh,
      ),
    ).toBe('200000');
    expect(textOf(await zhou.open(`/batches/${batch}/journey-report`))).toMatch(/甘G·00088.*划掉/);
    // The old one is nobody's to change any more.
    expect((await zhou.open(`/batches/${batch}/legs/${leg}/replacement`)).status).toBe(404);
  });

  it('with fewer seats leaves those without one to be seated', async () => {
    const leg = await firstValue("select id as value from leg where vehicle = '甘G·00099'");
    const form = await zhou.open(`/batches/${batch}/legs/${leg}/replacement`);
    const page = await zhou.submit(form, /replacement$/, { vehicle: '甘G·00011', seats: '10' });
    expect(textOf(page)).toMatch(/\d+ 人还没有座位/);
    expect(textOf(page)).toContain('座位差');
  });
});

describe('an escort', () => {
  it('of the station is chosen by name, and calls the roll on the phone they are signed in with', async () => {
    const lacking = await zhou.submit(await travelOf(), /escorts$/, {
      accountId: '',
      name: '',
      phone: '',
      key: '',
    });
    expect(lacking.status).toBe(422);
    const officer = await firstValue("select id as value from account where role = 'officer'");
    await zhou.submit(await travelOf(), /escorts$/, { accountId: officer, role: 'cadre', key: '' });
    const [id, phone] = [
      await firstValue('select id as value from escort where account_id = ?', officer),
      await firstValue('select phone as value from escort where account_id = ?', officer),
    ];
    expect(phone).toBe(
      await firstValue('select phone as value from account where id = ?', officer),
    );
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
    const escort = await firstValue(
      "select id as value from escort where batch_id = ? and name = '马建成'",
      batch,
    );
    const old = await linkFor('escort', escort);
    const takeover = (await zhou.open(`/batches/${batch}/roster`)).html;
    expect(takeover).toContain('马建成');
    const page = await zhou.submit(await travelOf(), new RegExp(`${escort}/replacement$`), {
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
        await zhou.post(`/batches/${batch}/escorts/${escort}/replacement`, {
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
    const leg = await firstValue(
      "select id as value from leg where batch_id = ? and mode = 'train'",
      batch,
    );
    const form = await zhou.open(`/batches/${batch}/legs/${leg}/tickets`);
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
    const { page } = await linkFor('escort', await anEscort());
    const roster = JSON.parse(page.root.querySelector('#roll-roster')!.textContent) as PhoneRoster;
    expect(roster.people.find(({ id }) => id === two!.id)?.tickets).toBe('K1352 8车12B');
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain(
      '登记 K1352 车票座位 2 人',
    );
  });
});

describe('two who change the same thing at once', () => {
  it('change it once, and the other one is told', async () => {
    const leg = await firstValue(
      "select id as value from leg where batch_id = ? and mode = 'train' and removed_at is null",
      batch,
    );
    const form = await zhou.open(`/batches/${batch}/legs/${leg}/replacement`);
    const legs = await Promise.all(
      ['K1353', 'K1354'].map((vehicle) => zhou.submit(form, /replacement$/, { vehicle, key: '' })),
    );
    expect(legs.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await firstValue('select count(*) as value from leg where replaces = ?', leg)).toBe('1');
    const escort = await anEscort();
    const escorts = await Promise.all(
      ['赵某', '钱某'].map((name) =>
        zhou.post(`/batches/${batch}/escorts/${escort}/replacement`, {
          name,
          phone: '13800000319',
          why: '有事',
        }),
      ),
    );
    expect(escorts.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(
      await firstValue("select count(*) as value from escort where name in ('赵某', '钱某')"),
    ).toBe('1');
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
    expect(
      await firstValue('select small_key is not null as value from paper_photo where id = ?', key),
    ).toBe('1');
    expect((await zhou.open(`/batches/${batch}/roster?photos=yes`)).html).toContain(
      '<img class="portrait" src="data:image/jpeg',
    );
    expect((await zhou.open(`/batches/${batch}/roster`)).html).not.toContain(
      '<img class="portrait"',
    );
    const { browser, page } = await linkFor('escort', await anEscort());
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
    expect(
      await firstValue("select count(*) as value from audit where action = 'photo.portraits'"),
    ).toBe('4');
    // Somebody who is not on the roster is not shown to an escort.
    await env.DB.batch([
      env.DB.prepare(
        "update placement set exit = 'released', travel = 'expected' where id = ?",
      ).bind(one!.id),
      env.DB.prepare('update batch set touched = touched + 1 where id = ?').bind(batch),
    ]);
    expect(await asked(key)).toEqual({});
    await env.DB.batch([
      env.DB.prepare('update placement set exit = null, travel = ? where id = ?').bind(
        one!.travel,
        one!.id,
      ),
      env.DB.prepare('update batch set touched = touched + 1 where id = ?').bind(batch),
    ]);
    // Nobody else's link shows them.
    expect((await aVisitor().open(`${page.url}/portraits?photos=${key}`)).status).toBe(404);
    await zhou.post(`/photos/${key}/removal`, {});
    expect((await zhou.open(`/batches/${batch}/roster?photos=yes`)).html).not.toContain(
      '<img class="portrait"',
    );
    expect((await env.PHOTOS.list()).objects).toEqual([]);
  });
});

describe('an employer who closes while people are on the way', () => {
  let order: string;

  it('is exchanged for another: the old order is cancelled, and everybody is asked anew', async () => {
    for (const { id, travel } of await onTheList())
      if (travel === 'expected')
        await zhou.post(`/placements/${id}/check-in`, { outcome: 'boarded' });
    await zhou.post(`/batches/${batch}/departure`, {});
    expect(await column('departed_at is not null')).toBe('1');
    const escort = await anEscort();
    await zhou.submit(await travelOf(), new RegExp(`${escort}/replacement$`), {
      accountId: '',
      name: '马建成',
      phone: '13800000301',
      why: '在兰州站崴了脚',
      key: '',
    });
    // On the way that is an incident as well.
    expect(
      await firstValue("select note as value from incident where kind = 'escort_replaced'"),
    ).toContain('崴了脚');

    // So is another vehicle, with whoever rides in it.
    const coach = await firstValue(
      "select id as value from leg where batch_id = ? and mode = 'coach' and removed_at is null",
      batch,
    );
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
    const breakdown = JSON.parse(
      await firstValue(
        "select json_object('note', note, 'leg', leg_id, 'people', json_array_length(people)) as value from incident where kind = 'breakdown' and batch_id = ?",
        batch,
      ),
    ) as Record<string, unknown>;
    expect(breakdown).toEqual({ note: '甘G·00011 → 甘G·00022: 水箱漏了', leg: coach, people: 9 });

    const old = await firstValue('select order_id as value from batch where id = ?', batch);
    const oldLink = await linkFor('employer', old);
    const empty = await zhou.open(`/batches/${batch}/redirection`);
    expect(textOf(empty)).toContain('没有还没发出的用工单');
    const employer = await firstValue(
      "select id as value from employer where name like '苏州%' limit 1",
    );
    const anOrder = async (headcount: string): Promise<string> => {
      const page = await zhou.submit(await zhou.open('/orders/new'), /orders$/, {
        employerId: employer,
        trade: 'assembly',
        headcount,
        startsOn: '2026-12-01',
        site: '苏州工业园区',
        wageLow: '4200',
        wageHigh: '5200',
        contactName: '钱经理',
        contactPhone: '13800000501',
        key: '',
      });
      return page.url.split('/').at(-1)!;
    };
    const short = await anOrder('2');
    order = await anOrder('40');
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
    expect(await column('order_id')).toBe(order);
    expect(await firstValue('select state as value from job_order where id = ?', old)).toBe(
      'cancelled',
    );
    expect((await oldLink.browser.open(oldLink.page.url)).status).toBe(410);
    expect(
      await firstValue("select note as value from incident where kind = 'redirected'"),
    ).toContain('停产');
    const asked = await firstValue(
      "select count(*) as value from placement where batch_id = ? and travel = 'boarded' and consented_hash is not null",
      batch,
    );
    expect(asked).toBe('0');
    const history = textOf(await zhou.open(`/batches/${batch}/history`));
    expect(history).toContain('昆山顺达精密 改去 苏州恒泰电子');
    // The papers of the other post are asked for.
    expect(JSON.parse(await column('requirements'))).toContain('bank_account');
    // The roll goes on as it was.
    const [somebody] = (await onTheList()).filter(({ travel }) => travel === 'boarded');
    await zhou.post(`/placements/${somebody!.id}/check-in`, { outcome: 'arrived' });
    expect(
      await firstValue('select travel as value from placement where id = ?', somebody!.id),
    ).toBe('arrived');
    await zhou.post(`/placements/${somebody!.id}/check-in`, { outcome: 'undo' });
    // Nobody is shown to an employer who has not said yes to them.
    const unsaid = await linkFor('employer', order);
    expect(unsaid.page.html).not.toContain(somebody!.name);
  });

  it('is changed after an arrival too: what was said and signed there no longer counts', async () => {
    const people = (await onTheList()).filter(({ travel }) => travel === 'boarded');
    for (const { id } of people)
      await zhou.post(`/placements/${id}/check-in`, { outcome: 'arrived' });
    await zhou.post(`/batches/${batch}/arrival`, {});
    expect(await column('arrived_at is not null')).toBe('1');
    // A signature for them that waits, as an escort's phone may have sent it.
    const deed = {
      kind: 'handover',
      count: people.length,
      name: '前一家',
      people: people.map(({ id }) => id),
      rejected: [],
    };
    await env.DB.prepare('update batch set held_entries = ?, touched = touched + 1 where id = ?')
      .bind(JSON.stringify([{ phone: 'abcdefgh', no: 9, at: Date.now(), deed }]), batch)
      .run();
    const page = await zhou.submit(await zhou.open('/orders/new'), /orders$/, {
      employerId: await firstValue(
        'select employer_id as value from job_order where id = ?',
        order,
      ),
      trade: 'assembly',
      headcount: '30',
      startsOn: '2026-12-02',
      site: '吴江',
      wageLow: '4300',
      wageHigh: '5300',
      contactName: '钱经理',
      contactPhone: '13800000501',
      key: '',
    });
    order = page.url.split('/').at(-1)!;
    await zhou.submit(await zhou.open(`/batches/${batch}/redirection`), /redirection$/, {
      orderId: order,
      reason: '满员',
    });
    expect([
      await column('order_id'),
      await column('arrived_at'),
      await column('held_entries'),
    ]).toEqual([order, 'null', '[]']);
    expect(
      await firstValue(
        "select count(*) as value from placement where batch_id = ? and travel = 'arrived'",
        batch,
      ),
    ).toBe('0');
    expect(
      await firstValue('select count(*) as value from handover where batch_id = ?', batch),
    ).toBe('0');
  });

  it('hands nobody over who has not agreed to the terms of the other', async () => {
    const people = (await onTheList()).filter(({ travel }) => travel === 'boarded');
    const [first, second, ...rest] = people;
    const worker = await firstValue(
      'select worker_id as value from placement where id = ?',
      first!.id,
    );
    const own = await linkFor('worker', worker);
    // Nothing is asked of them before the employer has said yes.
    expect(own.page.html).not.toContain('/consent"');
    await zhou.submit(await zhou.open(`/orders/${order}`), /sending$/, {});
    const employer = await linkFor('employer', order);
    const reply = await employer.browser.submit(employer.page, /reply$/, {
      kind: 'confirm',
      name: '钱经理',
    });
    expect(textOf(reply)).not.toContain('谢绝');
    expect(await firstValue('select state as value from job_order where id = ?', order)).toBe(
      'confirmed',
    );
    // The number for which they left stays.
    expect(await column('headcount')).toBe('24');

    const terms = await own.browser.open(own.page.url);
    expect(textOf(terms)).toContain('苏州恒泰电子');
    await own.browser.submit(terms, /consent$/, {});
    // What the station notes for somebody can be contradicted on the way as well, by their own
    // link.
    const third = await linkFor(
      'worker',
      await firstValue('select worker_id as value from placement where id = ?', rest[0]!.id),
    );
    const shown = await zhou.open(`/placements/${rest[0]!.id}`);
    await zhou.submit(shown, /consent$/, { manner: 'spoken' });
    expect(
      await firstValue('select recruitment as value from placement where id = ?', rest[0]!.id),
    ).toBe('selected');
    await third.browser.submit(await third.browser.open(third.page.url), /contradiction$/, {});
    expect(
      await firstValue('select recruitment as value from placement where id = ?', rest[0]!.id),
    ).toBe('reoffered');
    // One does not want to: that is one tap here too, and they are helped home.
    const other = await linkFor(
      'worker',
      await firstValue('select worker_id as value from placement where id = ?', second!.id),
    );
    await other.browser.submit(other.page, /withdrawal$/, {});
    expect(await firstValue('select travel as value from placement where id = ?', second!.id)).toBe(
      'left_en_route',
    );
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain(
      `${second!.name} 人在外地没有岗位`,
    );
    expect(textOf(await other.browser.open(other.page.url))).toContain('您中途离开了');

    for (const { id } of [first!, ...rest])
      await zhou.post(`/placements/${id}/check-in`, { outcome: 'arrived' });
    await zhou.post(`/batches/${batch}/arrival`, {});
    const sign = async () => {
      const page = await employer.browser.open(employer.page.url);
      return employer.browser.submit(page, /handover$/, {
        count: String(rest.length + 1),
        name: '钱经理',
      });
    };
    expect(textOf(await sign())).toContain('还有人没有同意新单位的条件');
    expect(await column('handed_over_at')).toBe('null');
    const placement = await zhou.open(`/placements/${rest[0]!.id}`);
    const hash = placement.root.querySelector('input[name=hash]')?.getAttribute('value') ?? '';
    await zhou.post(`/batches/${batch}/consents`, {
      people: rest.map(({ id }) => id).join(','),
      hash,
      manner: 'spoken',
    });
    await sign();
    expect(await column('handed_over_at is not null')).toBe('1');
    expect(
      await firstValue(
        "select count(*) as value from placement where batch_id = ? and travel = 'accepted'",
        batch,
      ),
    ).toBe(String(rest.length + 1));
    // Now it is settled.
    expect(textOf(await zhou.open(`/batches/${batch}/redirection`))).toContain('现在不能改');
  });
});
