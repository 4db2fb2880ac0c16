import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, type Page } from '../../scripts/story/browser.ts';
import { toPinyin } from '../../src/registry/pinyin.ts';
import { worker as workerTable } from '../../src/registry/registry.tables.ts';
import { not } from '../support/rows.ts';
import { officersVillage, rows, thePerson } from '../support/town-rows.ts';
import { aVisitor, seedTown, signedIn } from '../support/town.ts';

let zhou: Browser;
let officer: Browser;
/**
 * Of the officer's village: the one who is asked, and a neighbour. Of another one: somebody whose
 * name is nobody else's.
 */
let worker: string;
let neighbour: string;
let stranger: string;

/** Calls somebody by this name; pinyin of a name in letters is the name in small letters. */
async function named(id: string, name: string, pinyin = name.toLowerCase()): Promise<void> {
  await rows.change(workerTable, { id }, { name, pinyin });
}
async function forgetWish(id: string): Promise<void> {
  await rows.change(workerTable, { id }, { wish: null });
}

beforeAll(async () => {
  await seedTown();
  [zhou, officer] = [await signedIn('coordinator'), await signedIn('officer')];
  const villageId = await officersVillage();
  const [first, second] = await rows.all(workerTable, { villageId, trade: 'general' });
  const outside = await rows.first(workerTable, { villageId: not(villageId), trade: 'general' });
  [worker, neighbour, stranger] = [first!.id, second!.id, outside.id];
  await named(neighbour, 'Linju');
  await forgetWish(neighbour);
  await named(stranger, 'Waicun');
  await forgetWish(stranger);
});

async function goWith(who: Browser, at: string, companions: string): Promise<Page> {
  return who.submit(await who.open(at), /wish$/, { availability: 'wants', companions });
}
function wishPage() {
  return `/workers/${worker}/wish`;
}
function said(page: Page, name: string) {
  return [
    page.status,
    page.root.querySelector('#companions-error')?.text,
    page.html.replaceAll(name, '').replaceAll(/\b[0-9A-Z]{26}\b/g, ''),
  ];
}
async function companion() {
  return (await thePerson(worker)).wish?.companions[0];
}

describe('a companion of another village', () => {
  it('is answered to an officer as one whom nobody has heard of', async () => {
    const elsewhere = await goWith(officer, wishPage(), 'Waicun');
    const nowhere = await goWith(officer, wishPage(), 'Meiren');
    expect(elsewhere.status).toBe(422);
    expect(said(elsewhere, 'Waicun')).toEqual(said(nowhere, 'Meiren'));
    expect((await goWith(officer, wishPage(), 'Linju')).status).toBe(200);
    expect(await companion()).toBe(neighbour);
  });

  it('is answered to a worker by their own link in the same way', async () => {
    const landing = forwardedIn(
      await zhou.post('/links', { purpose: 'worker', subjectId: worker }),
    );
    const phone = aVisitor();
    const own = await phone.submit(await phone.open(landing), landing);
    const elsewhere = await goWith(phone, `${own.url}/wish`, 'Waicun');
    expect(elsewhere.status).toBe(422);
    expect(said(elsewhere, 'Waicun')).toEqual(
      said(await goWith(phone, `${own.url}/wish`, 'Meiren'), 'Meiren'),
    );
  });

  it('is noted by the station, and stays when an officer saves the wish that names them', async () => {
    await goWith(zhou, wishPage(), 'Waicun');
    expect(await companion()).toBe(stranger);
    const page = await officer.open(wishPage());
    expect(page.root.querySelector('#companions')?.getAttribute('value')).toBe('Waicun');
    expect(
      (await officer.submit(page, /wish$/, { availability: 'wants', least: '4000' })).status,
    ).toBe(200);
    expect(await companion()).toBe(stranger);
  });
});

describe('a companion whose name is in parts', () => {
  it.each(['买买提·阿不都', '买买提阿不都', '买买提.阿不都'])('is found as %s', async (written) => {
    const name = '买买提·阿不都';
    await named(neighbour, name, toPinyin(name).pinyin);
    await forgetWish(worker);
    expect((await goWith(officer, wishPage(), written)).status).toBe(200);
    expect(await companion()).toBe(neighbour);
  });
});
