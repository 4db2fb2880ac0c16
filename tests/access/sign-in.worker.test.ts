import { env, exports } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { applyD1Migrations, reset } from 'cloudflare:test';
import { openDatabase } from '../../src/db/client.ts';
import { newId } from '../../src/ids.ts';
import { account, audit, auditSeal, rateLimit } from '../../src/access/access.tables.ts';
import { sha256 } from '../../src/access/keys.ts';
import { setUpToken } from '../../src/access/set-up-link.ts';
import { sealAudit, verifyAudit } from '../../src/access/audit-seal.queries.ts';
import { worker } from '../../src/registry/registry.tables.ts';
import { formsTo, textOf } from '../../scripts/story/browser.ts';
import { DEMO_PASSWORD } from '../../scripts/seed/town.ts';
import { like } from '../support/rows.ts';
import { accountOf, officersVillage, rows } from '../support/town-rows.ts';
import { aVisitor, seedTown, signedIn } from '../support/town.ts';

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
  expect(await rows.count(account)).toBe(1);
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
  const ofClient = { bucket: like('client:%') };
  await visitor.submit(page, '/sign-in', { phone: '13999999900', password: 'guess' });
  await rows.change(rateLimit, ofClient, { hits: 61 });
  for (const phone of ['13999999901', '13900000002', '13999999902'])
    expect((await visitor.submit(page, '/sign-in', { phone, password: 'guess' })).status).toBe(429);
  expect((await rows.first(rateLimit, ofClient)).hits).toBe(61);
  expect(await rows.count(rateLimit)).toBe(3);
});

it('ends every session when the administrator resets a password', async () => {
  await seedTown();
  const coordinator = await signedIn('coordinator');
  const admin = await signedIn('admin');
  const { id } = await accountOf('coordinator');
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

/** Puts somebody else's name to a line of the audit. */
async function forgeALine(): Promise<void> {
  await rows.change(audit, { seq: 40 }, { actor: 'account:somebody-else' });
}

it('notices a row that was changed and its whole chain made anew without the key', async () => {
  await seedTown();
  const db = openDatabase(env.DB);
  await sealAudit(db, env.SECRET, Date.now());
  await forgeALine();
  const lines = await rows.all(audit);
  let [previous, from] = ['', 0];
  for (const { lastSeq } of await rows.all(auditSeal)) {
    const sealed = lines
      .filter(({ seq }) => seq > from && seq <= lastSeq)
      .map(({ seq, key, at, actor, action, subject, detail }) =>
        JSON.stringify([seq, key, at, actor, action, subject, detail]),
      );
    previous = await sha256([previous, ...sealed].join('\n'));
    from = lastSeq;
    await rows.change(auditSeal, { lastSeq }, { hash: previous });
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
  await forgeALine();
  expect((await verifyAudit(db, env.SECRET)).brokenAfter).not.toBeNull();
  expect(textOf(await admin.submit(await admin.open('/audit'), '/audit/verification'))).toContain(
    '记录被改动过',
  );
});

it('shows an ID number once, after the reason is on record', async () => {
  await seedTown();
  const officer = await signedIn('officer');
  const { id } = await rows.first(worker, { villageId: await officersVillage() });
  const page = await officer.open(`/workers/${id}`);
  expect(page.html).not.toMatch(/\d{17}[\dX]/);
  expect((await officer.submit(page, /id-number$/, { reason: '' })).status).toBe(422);
  const shown = await officer.submit(page, /id-number$/, { reason: '办理居住证明' });
  expect(shown.html).toMatch(/6207\d{13}[\dX]/);
  const { detail } = await rows.first(audit, { action: 'id_number.reveal' });
  expect(detail).toEqual({ reason: '办理居住证明' });
  expect((await officer.open(`/workers/${id}`)).html).not.toMatch(/\d{17}[\dX]/);
});

it('never shows an ID number without its line in the audit, whatever key the form carries', async () => {
  await seedTown();
  const officer = await signedIn('officer');
  const villagers = await rows.all(worker, { villageId: await officersVillage() });
  const key = newId();
  for (const { id } of villagers.slice(0, 3)) {
    const shown = await officer.post(`/workers/${id}/id-number`, { key, reason: '核对' });
    expect(shown.html).toMatch(/6207\d{13}[\dX]/);
  }
  const revealed = await rows.all(audit, { action: 'id_number.reveal' });
  expect(new Set(revealed.map(({ subject }) => subject)).size).toBe(3);
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
