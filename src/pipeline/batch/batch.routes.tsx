import { refuse } from '../../access/refuse.requests.ts';
import { Hono } from 'hono';
import { allows, may, ownVillage } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { compress } from '../../http/show.ts';
import { fragment, page, wordsOf } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { type BatchView, BatchBody, Board } from '../../../views/batch/batch-page.tsx';
import { CancellationBody, HistoryBody } from '../../../views/batch/batch-steps.tsx';
import { FILTERS, type Filter } from '../../../views/batch/people.tsx';
import { z } from 'zod';
import { act, answer } from './act.requests.ts';
import { historyPage } from './batch.queries.ts';
import { readBatch } from './read-batch.requests.ts';
import { cancel } from './lifecycle.ts';
import { words } from '../../http/fields.ts';

export const batchRoutes = new Hono<AppEnv>();
const HISTORY = 60;

async function load(c: C, id: string): Promise<BatchView & { touched: number }> {
  const { s, order, workers, escorts, villages, lines, touched } = await readBatch(c, {
    batchId: id,
  });
  const villageOfWorker = new Map(workers.map((w) => [w.id, w.villageId]));
  const villageName = new Map(villages.map((v) => [v.id, v.name]));
  const own = ownVillage(c);
  const asked = c.req.query('show') ?? '';
  const usual = s.departedAt === null && s.headcount > 0 ? 'lacking' : 'all';
  const filter: Filter = FILTERS.find((each) => each === asked) ?? usual;
  return {
    s,
    employer: order.terms.employer,
    escorts: escorts.map((e) => e.name),
    people:
      own === null
        ? s.placements
        : s.placements.filter((p) => villageOfWorker.get(p.workerId) === own),
    villageOf: (workerId) => villageName.get(villageOfWorker.get(workerId) ?? '') ?? '',
    filter,
    lines,
    touched,
    mayWrite: allows(c, 'batch.write'),
    seesHealth: allows(c, 'health.read'),
  };
}

batchRoutes.get('/batches/:id{[0-9A-Z]{26}}', may('batch.read'), async (c) => {
  const { touched: _, ...view } = await load(c, c.req.param('id'));
  const title = wordsOf(c).batch.code(view.s.code);
  return page(c, { title, at: 'batches', back: paths.batches }, <BatchBody {...view} />);
});

/**
 * The living part of the batch page. Its tag is the batch's newest line, so an unchanged batch
 * costs a 304.
 */
batchRoutes.get('/batches/:id/board', may('batch.read'), async (c) => {
  const { touched, ...view } = await load(c, c.req.param('id'));
  const tag =
    `W/"${view.s.seq}-${touched}-${view.s.stage}-${view.filter}-${c.var.lang}-` +
    `${Math.floor(c.var.now / 3_600_000)}"`;
  c.header('etag', tag);
  c.header('cache-control', 'private, no-cache');
  if (c.req.header('if-none-match') === tag) return c.body(null, 304);
  compress(c);
  return fragment(c, <Board {...view} />);
});

batchRoutes.get('/batches/:id/history', may('batch.read'), async (c) => {
  const { orm } = c.var.db;
  const id = c.req.param('id');
  const before = Number(c.req.query('before')) || null;
  const own = ownVillage(c);
  const { s, workers, lines } = await readBatch(
    c,
    { batchId: id },
    { lines: historyPage(orm, { batchId: id }, before, HISTORY + 1) },
  );
  const visible = new Set(
    workers.filter((w) => own === null || w.villageId === own).map((w) => w.id),
  );
  const people = s.placements.filter((p) => visible.has(p.workerId));
  const more =
    lines.length > HISTORY ? `${paths.history(id)}?before=${lines[HISTORY - 1]?.seq}` : null;
  return page(
    c,
    {
      title: wordsOf(c).batch.history,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.batch(id),
      headed: true,
    },
    <HistoryBody
      lines={lines.slice(0, HISTORY)}
      people={people}
      more={more}
      seesHealth={allows(c, 'health.read')}
    />,
  );
});

const reasonForm = z.object({ reason: words(120) });

batchRoutes.get('/batches/:id/cancellation', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const { s } = await readBatch(c, { batchId: id });
  return page(
    c,
    { title: wordsOf(c).batch.cancel, at: 'batches', back: paths.batch(id) },
    <CancellationBody id={id} code={s.code} people={s.placements.filter((p) => p.active).length} />,
  );
});

batchRoutes.post('/batches/:id/cancellation', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, reasonForm);
  if (!form.ok) return refuse(c, form, paths.cancellation(id), 'reason_required');
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'batch.cancel',
    key: form.key,
    decide: (s) => cancel(s, c.var.now, form.value.reason),
  });
  return answer(c, outcome, paths.batch(id));
});
