import { env, exports } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { applyD1Migrations, reset } from 'cloudflare:test';
import { openDatabase } from '../../src/db/client.ts';
import { newId } from '../../src/ids.ts';
import { sha256 } from '../../src/access/keys.ts';
import { setUpToken } from '../../src/access/set-up-link.ts';
import { sealAudit, verifyAudit } from '../../src/access/audit-seal.queries.ts';
import { formsTo, textOf } from '../../scripts/story/browser.ts';
import { DEMO_PASSWORD } from '../../scripts/seed/town.ts';
import { aVisitor, firstValue, seedTown, signedIn } from '../support/town.ts';

beforeEach(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

it('asks the first visitor of an empty station to make the administrator, and nobody after that', async () => {
  const first = aVisitor();
  const setup = await first.open('/sign-in');
  expect(setup.url).toBe('/set-up');
  // Whoever comes first holds no link, and sets up nothing.
  expect(setup.root.querySelector('form.card')).toBeNull();
  const forged = await first.post(`/set-up/${'A'.repeat(32)}`, {
    name: '别人',
    phone: '13900000009',
    password: 'long-enough-to-keep',
  });
  expect(forged.status).toBe(404);
  const to = `/set-up/${await setUpToken(env.SECRET)}`;
  const own = await first.open(to);
  const short = await first.submit(own, to, {
    name: '何立新',
    phone: '13900000001',
    password: 'short',
  });
  expect(short.status).toBe(422);
  expect(textOf(short)).toContain('密码至少 8 位');
  expect(short.root.querySelector('#name')?.getAttribute('value')).toBe('何立新');
  const done = await first.submit(short, to, { password: 'long-enough-to-keep' });
  expect(done.url).toBe('/settings');
  const second = aVisitor();
  expect((await second.open(to)).url).toBe('/sign-in');
  await second.submit(own, to, {
    name: '别人',
    phone: '13900000009',
    password: 'long-enough-to-keep',
  });
  expect(await firstValue('select count(*) as value from account')).toBe('1');
});

it('keeps the phone number and tells what is wrong, without telling which', async () => {
  await seedTown();
  const visitor = aVisitor();
  const page = await visitor.open('/sign-in');
  const wrong = await visitor.submit(page, '/sign-in', {
    phone: '13900000002',
    password: 'not-the-password',
  });
  const unknown = await visitor.submit(page, '/sign-in', {
    phone: '13999999999',
    password: 'not-the-password',
  });
  expect([wrong.status, unknown.status]).toEqual([422, 422]);
  expect(wrong.root.querySelector('[role=alert]')?.text).toBe(
    unknown.root.querySelector('[role=alert]')?.text,
  );
  expect(wrong.root.querySelector('#phone')?.getAttribute('value')).toBe('13900000002');
  expect(wrong.html).not.toContain('not-the-password');
});

it('stops guessing after ten tries and says when to come back', async () => {
  await seedTown();
  const visitor = aVisitor();
  const page = await visitor.open('/sign-in');
  for (let i = 0; i < 10; i++)
    expect(
      (await visitor.submit(page, '/sign-in', { phone: '13900000002', password: 'guess' })).status,
    ).toBe(422);
  const response = await exports.default.fetch(
    new Request('https://songxing.test/sign-in', {
      method: 'POST',
      headers: { origin: 'https://songxing.test', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ phone: '13900000002', password: DEMO_PASSWORD }),
    }),
  );
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(60);
  expect(await response.text()).toContain('分钟再试');
});

it('only reads, and writes no more, once one client has tried too many numbers', async () => {
  await seedTown();
  const visitor = aVisitor();
  const page = await visitor.open('/sign-in');
  const tries = () =>
    firstValue("select hits as value from rate_limit where bucket like 'client:%'");
  await visitor.submit(page, '/sign-in', { phone: '13999999900', password: 'guess' });
  await env.DB.prepare("update rate_limit set hits = 61 where bucket like 'client:%'").run();
  for (const phone of ['13999999901', '13900000002', '13999999902'])
    expect((await visitor.submit(page, '/sign-in', { phone, password: 'guess' })).status).toBe(429);
  expect(await tries()).toBe('61');
  expect(await firstValue('select count(*) as value from rate_limit')).toBe('3');
});

it('ends every session when the administrator resets a password', async () => {
  await seedTown();
  const coordinator = await signedIn('coordinator');
  const admin = await signedIn('admin');
  const id = await firstValue("select id as value from account where role = 'coordinator'");
  const settings = await admin.open('/settings');
  await admin.submit(settings, `/settings/accounts/${id}/password`, { password: 'a-new-password' });
  expect(formsTo(await coordinator.open('/today'), /^\/sign-in$/)).toHaveLength(1);
  const back = await coordinator.submit(await coordinator.open('/sign-in'), '/sign-in', {
    phone: '13900000002',
    password: 'a-new-password',
  });
  expect(back.url).toBe('/today');
});

it('refuses what comes from another site, and what is no form', async () => {
  await seedTown();
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const crossed = await exports.default.fetch(
    new Request('https://songxing.test/sign-out', {
      method: 'POST',
      headers: foreign,
      body: new URLSearchParams({}),
    }),
  );
  expect(crossed.status).toBe(403);
  const json = await exports.default.fetch(
    new Request('https://songxing.test/sign-in', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: 'https://songxing.test',
        'sec-fetch-site': 'same-origin',
      },
      body: '{}',
    }),
  );
  expect(json.status).toBe(415);
  for (const response of [crossed, json]) {
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  }
});

it('notices a row that was changed and its whole chain made anew without the key', async () => {
  await seedTown();
  const db = openDatabase(env.DB);
  await sealAudit(db, env.SECRET, Date.now());
  await env.DB.prepare("update audit set actor = 'account:somebody-else' where seq = 40").run();
  const { results: seals } = await env.DB.prepare(
    'select last_seq as last from audit_seal order by last_seq',
  ).all<{
    last: number;
  }>();
  const { results: rows } = await env.DB.prepare('select * from audit order by seq').all();
  let [previous, from] = ['', 0];
  for (const { last } of seals) {
    const some = rows.filter(({ seq }) => Number(seq) > from && Number(seq) <= last);
    const lines = some.map((row) =>
      JSON.stringify([
        row['seq'],
        row['key'],
        row['at'],
        row['actor'],
        row['action'],
        row['subject'],
        JSON.parse(String(row['detail'])),
      ]),
    );
    previous = await sha256([previous, ...lines].join('\n'));
    from = last;
    await env.DB.prepare('update audit_seal set hash = ? where last_seq = ?')
      .bind(previous, last)
      .run();
  }
  expect((await verifyAudit(db, env.SECRET)).brokenAfter).not.toBeNull();
});

it('notices when a sealed audit row is changed or removed', async () => {
  await seedTown();
  const db = openDatabase(env.DB);
  while ((await sealAudit(db, env.SECRET, Date.now())) > 0);
  expect((await verifyAudit(db, env.SECRET)).brokenAfter).toBeNull();
  const admin = await signedIn('admin');
  const verified = await admin.submit(await admin.open('/audit'), '/audit/verification');
  expect(textOf(verified)).toContain('核对无误');
  await env.DB.prepare("update audit set actor = 'account:somebody-else' where seq = 40").run();
  expect((await verifyAudit(db, env.SECRET)).brokenAfter).not.toBeNull();
  expect(textOf(await admin.submit(await admin.open('/audit'), '/audit/verification'))).toContain(
    '记录被改动过',
  );
});

it('shows an ID number once, after the reason is on record', async () => {
  await seedTown();
  const officer = await signedIn('officer');
  const id = await firstValue(
    "select id as value from worker where village_id = (select village_id from account where role = 'officer') limit 1",
  );
  const page = await officer.open(`/workers/${id}`);
  expect(page.html).not.toMatch(/\d{17}[\dX]/);
  expect((await officer.submit(page, /id-number$/, { reason: '' })).status).toBe(422);
  const shown = await officer.submit(page, /id-number$/, { reason: '办理居住证明' });
  expect(shown.html).toMatch(/6207\d{13}[\dX]/);
  const detail = await firstValue(
    "select detail as value from audit where action = 'id_number.reveal'",
  );
  expect(JSON.parse(detail)).toEqual({ reason: '办理居住证明' });
  expect((await officer.open(`/workers/${id}`)).html).not.toMatch(/\d{17}[\dX]/);
});

it('never shows an ID number without its line in the audit, whatever key the form carries', async () => {
  await seedTown();
  const officer = await signedIn('officer');
  const { results } = await env.DB.prepare(
    "select id from worker where village_id = (select village_id from account where role = 'officer') limit 3",
  ).all<{ id: string }>();
  const key = newId();
  for (const { id } of results) {
    const shown = await officer.post(`/workers/${id}/id-number`, { key, reason: '核对' });
    expect(shown.html).toMatch(/6207\d{13}[\dX]/);
  }
  expect(
    await firstValue(
      "select count(distinct subject) as value from audit where action = 'id_number.reveal'",
    ),
  ).toBe('3');
});

it('takes a password as it was typed, spaces and all', async () => {
  const visitor = aVisitor();
  const password = ' eight spaces round it ';
  const to = `/set-up/${await setUpToken(env.SECRET)}`;
  await visitor.submit(await visitor.open(to), to, {
    name: '何立新',
    phone: '13900000001',
    password,
  });
  const again = aVisitor();
  const page = await again.submit(await again.open('/sign-in'), '/sign-in', {
    phone: '13900000001',
    password,
  });
  expect(page.url).toBe('/today');
});
