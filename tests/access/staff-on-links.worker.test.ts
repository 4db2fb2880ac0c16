import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  forwardedIn,
  linksTo,
  type Page,
  textOf,
} from '../../scripts/story/browser.ts';
import { app } from '../../src/app.tsx';
import { session } from '../../src/access/access.tables.ts';
import { newId } from '../../src/ids.ts';
import { batch, placement as placementTable } from '../../src/pipeline/batch/batch.tables.ts';
import { declaredRoutes } from '../guards/routes.ts';
import { rows, thePlacement } from '../support/town-rows.ts';
import { aVisitor, dump, seedTown, signedIn } from '../support/town.ts';

let office: Browser;
let page: Page;
let placement = '';

/** Somebody who was offered a place in an open batch. */
async function somebodyOffered() {
  const open = (await rows.all(batch, { status: 'open' })).map(({ id }) => id);
  return rows.first(placementTable, { batchId: open, recruitment: 'offered', exit: null });
}

beforeAll(async () => {
  await seedTown();
  office = await signedIn('coordinator');
  const offered = await somebodyOffered();
  placement = offered.id;
  const { workerId: subjectId } = offered;
  const landing = forwardedIn(await office.post('/links', { purpose: 'worker', subjectId }));
  page = await office.submit(await office.open(landing), landing);
});

function ownForms(shown: Page) {
  return shown.root
    .querySelectorAll('form')
    .map((form) => form.getAttribute('action') ?? '')
    .filter((action) => action !== '/language');
}

describe('a browser of the station on a worker’s link', () => {
  it('sees the page, and nothing to tap on it but the way of a witness', async () => {
    for (const address of [page.url, `${page.url}/data`, `${page.url}/wish`, `${page.url}/terms`]) {
      const shown = await office.open(address);
      expect(shown.status, address).toBe(200);
      expect(textOf(shown)).toContain('这是务工人员本人的页面');
      expect(ownForms(shown)).toEqual([]);
    }
    expect(linksTo(page, /^\/placements\//)).toEqual([`/placements/${placement}`]);
  });

  it('is refused every answer of the worker’s, in words, and nothing changes', async () => {
    const posts = declaredRoutes(app).filter(
      ({ method, path }) => method === 'POST' && path.startsWith('/w/'),
    );
    expect(posts.length).toBeGreaterThan(10);
    const link = page.url.slice('/w/'.length);
    const before = await dump();
    for (const { path } of posts) {
      const address = path.replace(':link', link).replace(':custody', newId(Date.now()));
      const fields = {
        hash: 'x',
        answer: 'yes',
        kind: 'wages',
        mark: 'good',
        agrees: 'yes',
        field: 'name',
        wanted: '王',
        availability: 'wants',
      };
      const refused = await office.post(address, fields);
      expect([refused.status, textOf(refused).includes('工作账号不能替本人点')], path).toEqual([
        403,
        true,
      ]);
    }
    expect(await dump()).toBe(before);
  });

  it('may act again once its session is over, for then it is nobody’s', async () => {
    await rows.change(session, {}, { expiresAt: 1 });
    const shown = await office.open(page.url);
    expect(textOf(shown)).not.toContain('这是务工人员本人的页面');
    expect(ownForms(shown).length).toBeGreaterThan(2);
  });
});

it('tells workers which links were made for them, by whom, and what became of each', async () => {
  const zhou = await signedIn('coordinator');
  const { workerId: subjectId } = await thePlacement(placement);
  const landing = forwardedIn(await zhou.post('/links', { purpose: 'worker', subjectId }));
  const phone = aVisitor();
  const own = await phone.submit(await phone.open(landing), landing);
  const data = textOf(await phone.open(`${own.url}/data`));
  expect(data).toContain('给您发过的链接');
  expect(data).toMatch(/由周文静生成、.+ 打开过、有效至/);
  expect(data).toMatch(/由周文静生成、.+ 打开过、.+ 起停用/);
});
