import { Hono } from 'hono';
import { allows, may, read } from '../access/session.ts';
import type { AppEnv } from '../http/app-context.ts';
import { page, wordsOf } from '../http/page.tsx';
import { paths, withQuery } from '../paths.ts';
import { BatchListBody } from '../../views/batch/batch-list.tsx';
import { batchPage } from '../pipeline/batch/batch.queries.ts';
import { ordersOf } from '../pipeline/demand/demand.queries.ts';

export const batchListRoutes = new Hono<AppEnv>();
const PAGE = 15;

/** All batches: open ones by the day on which they are due, ended ones newest first. */
batchListRoutes.get(paths.batches, may('batch.read'), async (c) => {
  const { orm } = c.var.db;
  const open = c.req.query('show') !== 'ended';
  const before = c.req.query('before') ?? null;
  const { rows, orders } = await read(c, {
    rows: batchPage(orm, open, before, PAGE + 1),
    orders: ordersOf(orm, open, before, PAGE),
  });
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const more =
    rows.length > PAGE && last
      ? withQuery(paths.batches, {
          show: open ? 'open' : 'ended',
          before: open ? last.key : last.id,
        })
      : null;
  const lines = shown.map((row) => {
    const order = orders.find((o) => o.id === row.orderId);
    return { ...row, trade: order?.trade ?? null, employer: order?.terms.employer ?? '' };
  });
  return page(
    c,
    { title: wordsOf(c).batches.title, at: 'batches', headed: true },
    <BatchListBody batches={lines} open={open} more={more} mayWrite={allows(c, 'order.write')} />,
  );
});
