import type { HTMLElement } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, type Page, textOf } from '../../../scripts/story/browser.ts';
import { FORBIDDEN_REMARKS, HARMLESS_REMARKS } from '../../support/health-remarks.ts';
import {
  batch as batchTable,
  placement as placementTable,
} from '../../../src/pipeline/batch/batch.tables.ts';
import { rightsCase, visit } from '../../../src/pipeline/follow-up/follow-up.tables.ts';
import { aVisitor, dump, seedTown, signedIn } from '../../support/town.ts';
import { rows, thePerson, thePlacement } from '../../support/town-rows.ts';

let zhou: Browser;
let worker: string;
let placement: string;

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  const selected = await rows.first(placementTable, {
    recruitment: 'selected',
    exit: null,
    travel: 'expected',
  });
  placement = selected.id;
  worker = selected.workerId;
});

/** What a careful person would put into a field that is not the one in question. */
function plausible(field: HTMLElement): string {
  const name = field.getAttribute('name') ?? '';
  if (name === 'idNumber') return '';
  if (/phone/i.test(name)) return '13712340000';
  if (field.getAttribute('type') === 'date') return '2026-12-01';
  if (field.hasAttribute('inputmode')) return field.getAttribute('value') ?? '1';
  if (field.tagName === 'SELECT')
    return (
      field
        .querySelectorAll('option')
        .map((option) => option.getAttribute('value') ?? '')
        .find((value) => value !== '') ?? ''
    );
  return field.getAttribute('value') || field.text.trim() || '甲';
}

/**
 * Fields in which anything at all can be written. What is a number, a day, a phone or an ID number
 * is read as such.
 */
function isFree(field: HTMLElement): boolean {
  return (
    field.tagName === 'TEXTAREA' ||
    (field.tagName === 'INPUT' &&
      [undefined, 'text', 'search'].includes(field.getAttribute('type')) &&
      !field.hasAttribute('inputmode') &&
      !/phone|idNumber/i.test(field.getAttribute('name') ?? ''))
  );
}

type Place = { who: Browser; action: string; field: string; others: Record<string, string> };

function placesOn(who: Browser, page: Page): Place[] {
  return page.root.querySelectorAll('main form[method=post]').flatMap((form) => {
    const fields = form
      .querySelectorAll('input, select, textarea')
      .filter((field) => field.getAttribute('name'));
    const button = form.querySelector('button[name]');
    const others = Object.fromEntries([
      ...fields
        .filter((field) => field.getAttribute('type') !== 'checkbox')
        .map((field) => [field.getAttribute('name'), plausible(field)]),
      ...(button ? [[button.getAttribute('name'), button.getAttribute('value')]] : []),
    ]) as Record<string, string>;
    return fields
      .filter((field) => isFree(field))
      .map((field) => ({
        who,
        action: form.getAttribute('action') ?? '',
        field: field.getAttribute('name')!,
        others,
      }));
  });
}

/** The pages near a person on which something can be written, each with whoever opens it. */
async function pagesNearAPerson(): Promise<[Browser, string][]> {
  const { batchId } = await thePlacement(placement);
  const still = await rows.all(batchTable, { departedAt: null });
  const reserve = await rows.first(placementTable, {
    batchId: still.map(({ id }) => id),
    recruitment: 'reserve',
    exit: null,
  });
  const due = await rows.first(visit, { open: 1 });
  const rights = await rows.first(rightsCase);
  const former = await rows.first(placementTable, { active: false });
  const landing = forwardedIn(await zhou.post('/links', { purpose: 'worker', subjectId: worker }));
  const phone = aVisitor();
  const own = await phone.submit(await phone.open(landing), landing);
  return [
    ...[
      '/workers/new',
      `/workers/${worker}`,
      `/workers/${worker}/edit`,
      `/workers/${worker}/wish`,
      `/workers/${former.workerId}/erasure`,
      '/workers/corrections',
      `/placements/${placement}`,
      `/placements/${reserve.id}`,
      `/visits/${due.id}`,
      `/cases/${rights.id}`,
      `/batches/${batchId}`,
      `/batches/${batchId}/recruitment`,
      `/batches/${batchId}/health`,
      `/batches/${batchId}/documents`,
      `/batches/${batchId}/travel`,
    ].map((path): [Browser, string] => [zhou, path]),
    ...[own.url, `${own.url}/data`, `${own.url}/wish`].map((path): [Browser, string] => [
      phone,
      path,
    ]),
  ];
}

describe('no field near a person takes what nobody may ask for', () => {
  it('whatever way it is written, and says which law', async () => {
    const places: Place[] = [];
    for (const [who, path] of await pagesNearAPerson())
      places.push(...placesOn(who, await who.open(path)));
    const names = new Set(
      places.map(({ action, field }) => `${action.replace(/\w{26}/g, ':id')} ${field}`),
    );
    expect([...names].sort()).toEqual(
      expect.arrayContaining([
        '/placements/:id/contract employer',
        '/placements/:id/custody keeper',
        '/placements/:id/reserve-rank reason',
        '/w/:id/corrections wanted',
        '/w/:id/wish companions',
        '/workers remark',
        '/workers/:id/certificates level',
        '/workers/:id/edit remark',
        '/workers/:id/erasure reason',
        '/workers/:id/id-number reason',
      ]),
    );
    const before = await dump();
    const taken: string[] = [];
    for (const { who, action, field, others } of places)
      for (const text of FORBIDDEN_REMARKS) {
        const answer = await who.post(action, { ...others, [field]: text });
        if (
          answer.status !== 422 ||
          !textOf(answer).includes('不得填写乙肝、孕检等项目（人社部发〔2007〕2号')
        )
          taken.push(`${action} ${field} ${text} ${answer.status} ${textOf(answer).slice(0, 80)}`);
      }
    expect(taken).toEqual([]);
    expect(await dump()).toBe(before);
  }, 180_000);

  it('and takes what only looks like it', async () => {
    const form = await zhou.open(`/workers/${worker}/edit`);
    for (const text of HARMLESS_REMARKS) {
      const answer = await zhou.submit(form, /edit$/, { remark: text, key: '' });
      expect([text, answer.url]).toEqual([text, `/workers/${worker}`]);
    }
    expect((await thePerson(worker)).remark).toBe(HARMLESS_REMARKS.at(-1));
  });
});
