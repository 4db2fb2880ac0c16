import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from '../../scripts/story/browser.ts';
import { firstValue, seedTown, signedIn } from '../support/town.ts';

let zhou: Browser;
let batches: string[];

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  const { results } = await env.DB.prepare('select id from batch order by id').all<{
    id: string;
  }>();
  batches = results.map(({ id }) => id);
});

/** What a page says, without the keys that every form gets anew. */
function said({ html }: Page): string {
  return html.replaceAll(/name="key" value="\w+"/g, '').replace(/data-time="\d+"/g, 'data-time');
}

/** As somebody who has never seen the batch would read it. */
async function openAnew(batch: string, path: string): Promise<Page> {
  await env.DB.prepare('update batch set touched = touched + 1 where id = ?').bind(batch).run();
  return zhou.open(path);
}

const PAGES = [
  '?show=all',
  '/recruitment',
  '/health',
  '/documents',
  '/travel',
  '/roll-call',
  '/follow-up',
];

it('shows from memory exactly what is stored, whatever form was sent before', async () => {
  let sent = 0;
  for (const batch of batches)
    for (const part of PAGES) {
      const path = `/batches/${batch}${part}`;
      const page = await zhou.open(path);
      const actions = new Set(
        page.root
          .querySelectorAll('main form[method=post]')
          .map((form) => form.getAttribute('action') ?? ''),
      );
      for (const action of [...actions].filter((to) => !/sign-out|language/.test(to)).slice(0, 4)) {
        await zhou.submit(page, action);
        sent += 1;
        const remembered = await zhou.open(path);
        expect(said(remembered), `${action} on ${part}`).toBe(said(await openAnew(batch, path)));
      }
    }
  expect(sent).toBeGreaterThan(40);
});

it('reads a handful of rows where nothing has changed', async () => {
  const [batch = ''] = batches;
  const read = async (): Promise<number> =>
    Number(/(\d+) read/.exec((await zhou.open(`/batches/${batch}`)).timing)?.[1]);
  const { timing } = await openAnew(batch, `/batches/${batch}`);
  expect(Number(/(\d+) read/.exec(timing)?.[1])).toBeGreaterThan(60);
  expect(await read()).toBeLessThan(15);
});

it('tells a new name, number or village at once, though no line of history does', async () => {
  const batch = await firstValue(
    "select batch_id as value from placement where recruitment = 'selected' limit 1",
  );
  const path = `/batches/${batch}?show=all`;
  await zhou.open(path);
  await env.DB.prepare(
    "update worker set name = '钱新名' where id = (select worker_id from placement where batch_id = ? and recruitment = 'selected' limit 1)",
  )
    .bind(batch)
    .run();
  expect((await zhou.open(path)).html).toContain('钱新名');
  await env.DB.prepare("update area set name = '新名村' where kind = 'village'").run();
  expect((await zhou.open(path)).html).toContain('新名村');
});

it('lets nobody write from memory whose session has ended, or whose role is another now', async () => {
  const batch = await firstValue("select id as value from batch where stage = 'documents' limit 1");
  const placement = await firstValue(
    "select id as value from placement where batch_id = ? and recruitment = 'selected' limit 1",
    batch,
  );
  const state = () => firstValue('select seq as value from batch where id = ?', batch);
  const post = () => zhou.post(`/placements/${placement}/withdrawal`, {});
  await zhou.open(`/batches/${batch}`);
  const before = await state();
  await env.DB.prepare("update account set role = 'leader' where role = 'coordinator'").run();
  expect((await post()).status).toBe(401);
  expect(await state()).toBe(before);
});
