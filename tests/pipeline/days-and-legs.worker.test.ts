import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type Page, textOf } from '../../scripts/story/browser.ts';
import { openDatabase } from '../../src/db/client.ts';
import { newId } from '../../src/ids.ts';
import { idCheckDigit } from '../../src/registry/id-number.ts';
import { placement } from '../../src/pipeline/batch/batch.tables.ts';
import { incident as incidentTable, leg } from '../../src/pipeline/travel/travel.tables.ts';
import { not } from '../support/rows.ts';
import { seedTown, signedIn } from '../support/town.ts';
import { rows, theBatch } from '../support/town-rows.ts';
import { insertIncident } from '../../src/pipeline/travel/happenings.queries.ts';

let zhou: Browser;
let batch: string;

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = (await theBatch(2)).id;
});

function incident(typed: Record<string, string>) {
  return zhou.post(`/batches/${batch}/incidents`, {
    kind: 'breakdown',
    at: new Date(Date.now()).toISOString().slice(0, 16),
    note: '轮胎爆了',
    answerable: 'carrier',
    ...typed,
  });
}
function incidents() {
  return rows.count(incidentTable);
}
/** The leg on which something happened, as its incident with this note tells. */
async function legOf(note: string) {
  return (await rows.first(incidentTable, { note })).legId;
}
/** A leg of another batch. */
async function foreignLeg(): Promise<string> {
  return (await rows.first(leg, { batchId: not(batch) })).id;
}
function errorAt(page: Page, id: string) {
  return page.root.querySelector(`[id$="${id}-error"]`)?.text;
}

describe('a day out of all range is refused beside its field, in words', () => {
  it('of an incident', async () => {
    const before = await incidents();
    for (const at of ['0001-01-01T08:00', '9999-12-31T08:00']) {
      const refused = await incident({ at });
      expect([refused.status, errorAt(refused, 'at')]).toEqual([
        422,
        '日期要在前后五年以内，请看年份',
      ]);
      expect(refused.html).toContain('轮胎爆了');
    }
    expect(await incidents()).toBe(before);
  });

  it('of the licence of an agency, in English too', async () => {
    const admin = await signedIn('admin');
    const typed = {
      name: '远景劳务',
      licenceNumber: '620700000009',
      licenceExpiresOn: '9999-12-31',
    };
    const refused = await admin.post('/settings/agencies', typed);
    expect([refused.status, errorAt(refused, 'licenceExpiresOn')]).toEqual([
      422,
      '到期日离今天不能超过五十年，请看年份',
    ]);
    await admin.post('/language', { lang: 'en' });
    expect(errorAt(await admin.post('/settings/agencies', typed), 'licenceExpiresOn')).toContain(
      'fifty years',
    );
  });

  it('of birth, in an ID number', async () => {
    const body = '62079920990307101';
    const page = await zhou.open('/workers/new');
    const refused = await zhou.submit(page, '/workers', {
      name: '王兰花',
      idNumber: `${body}${idCheckDigit(body)}`,
    });
    expect([refused.status, errorAt(refused, 'idNumber')]).toEqual([
      422,
      '号码里的出生日期还没到，请核对号码',
    ]);
  });
});

describe('a leg of another batch', () => {
  it('is refused beside its field, and nothing is written', async () => {
    const before = await incidents();
    const foreign = await foreignLeg();
    const refused = await incident({ legId: foreign });
    expect([refused.status, errorAt(refused, 'legId')]).toEqual([
      422,
      '这一程不在这个批次的行程里',
    ]);
    expect(refused.html).toContain('轮胎爆了');
    expect(await incidents()).toBe(before);
  });

  it('gives nobody a seat', async () => {
    const foreign = await foreignLeg();
    const { id: placementId } = await rows.first(placement, { batchId: batch });
    const refused = await zhou.post(`/batches/${batch}/seats/moves`, {
      placementId,
      legId: foreign,
      no: '1',
    });
    expect(refused.status).toBe(409);
  });

  it('is left out of what a phone reports, which is not lost', async () => {
    const db = openDatabase(env.DB);
    const foreign = await foreignLeg();
    const told = {
      id: newId(),
      batchId: batch,
      kind: 'other',
      legId: foreign,
      people: [],
      note: '手机报的',
    } as const;
    const rest = {
      called: '',
      policeReport: '',
      occurredAt: 1,
      recordedAt: 1,
      actor: 'link:x',
      costFen: 0,
    };
    await db.batch([
      insertIncident(db.orm, { ...told, ...rest, people: [], answerable: 'nobody' }),
    ]);
    expect(await legOf('手机报的')).toBeNull();
  });

  it('of this one is noted with the incident', async () => {
    const { id: own } = await rows.first(leg, { batchId: batch });
    const saved = await incident({ legId: own, note: '等拖车' });
    expect([saved.status, textOf(saved).includes('等拖车')]).toEqual([200, true]);
    expect(await legOf('等拖车')).toBe(own);
  });
});
