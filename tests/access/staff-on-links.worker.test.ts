import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  forwardedIn,
  linksTo,
  type Page,
  textOf,
} from '../../scripts/story/browser.ts';
import { app } from '../../src/app.tsx';
import { newId } from '../../src/ids.ts';
import { declaredRoutes } from '../guards/routes.ts';
import { aVisitor, dump, firstValue, seedTown, signedIn } from '../support/town.ts';

let office: Browser;
let page: Page;
let placement = '';

beforeAll(async () => {
  await seedTown();
  office = await signedIn('coordinator');
  placement = await firstValue(
    "select placement.id as value from placement join batch on batch.id = batch_id where batch.status = 'open' and recruitment = 'offered' and exit is null limit 1",
  );
  const subjectId = await firstValue(
    'select worker_id as value from placement where id = ?',
    placement,
  );
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
    await env.DB.prepare('update session set expires_at = 1').run();
    const shown = await office.open(page.url);
    expect(textOf(shown)).not.toContain('这是务工人员本人的页面');
    expect(ownForms(shown).length).toBeGreaterThan(2);
  });
});

it('tells workers which links were made for them, by whom, and what became of each', async () => {
  const zhou = await signedIn('coordinator');
  const subjectId = await firstValue(
    'select worker_id as value from placement where id = ?',
    placement,
  );
  const landing = forwardedIn(await zhou.post('/links', { purpose: 'worker', subjectId }));
  const phone = aVisitor();
  const own = await phone.submit(await phone.open(landing), landing);
  const data = textOf(await phone.open(`${own.url}/data`));
  expect(data).toContain('给您发过的链接');
  expect(data).toMatch(/由周文静生成、.+ 打开过、有效至/);
  expect(data).toMatch(/由周文静生成、.+ 打开过、.+ 起停用/);
});
