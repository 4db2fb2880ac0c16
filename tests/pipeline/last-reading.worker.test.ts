import { beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from '../../scripts/story/browser.ts';
import { account } from '../../src/access/access.tables.ts';
import { batch as batchTable, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { area, worker } from '../../src/registry/registry.tables.ts';
import { batchById } from '../support/pipeline-rows.ts';
import { seedTown, signedIn } from '../support/town.ts';
import { rows, touch } from '../support/town-rows.ts';

let zhou: Browser;
let batches: string[];

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batches = (await rows.all(batchTable)).map(({ id }) => id);
});

/** What a page says, without the keys that every form gets anew. */
function said({ html }: Page): string {
  return html.replaceAll(/name="key" value="\w+"/g, '').replace(/data-time="\d+"/g, 'data-time');
}

/** As somebody who has never seen the batch would read it. */
async function openAnew(batch: string, path: string): Promise<Page> {
  await touch(batch);
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
  const { batchId, workerId } = await rows.first(placement, { recruitment: 'selected' });
  const path = `/batches/${batchId}?show=all`;
  await zhou.open(path);
  await rows.change(worker, { id: workerId }, { name: '钱新名' });
  expect((await zhou.open(path)).html).toContain('钱新名');
  await rows.change(area, { kind: 'village' }, { name: '新名村' });
  expect((await zhou.open(path)).html).toContain('新名村');
});

it('lets nobody write from memory whose session has ended, or whose role is another now', async () => {
  const { id: batch } = await rows.first(batchTable, { stage: 'documents' });
  const { id } = await rows.first(placement, { batchId: batch, recruitment: 'selected' });
  const state = async () => (await batchById(batch)).seq;
  const post = () => zhou.post(`/placements/${id}/withdrawal`, {});
  await zhou.open(`/batches/${batch}`);
  const before = await state();
  await rows.change(account, { role: 'coordinator' }, { role: 'leader' });
  expect((await post()).status).toBe(401);
  expect(await state()).toBe(before);
});
