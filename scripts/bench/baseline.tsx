/**
 * What the same page costs at the least: a bare Hono route, one raw D1 read, the same markup. For
 * the bench only.
 */
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { BatchBody } from '../../views/batch/batch-page.tsx';
import { readerOf } from '../../views/i18n/reader.ts';
import { Page } from '../../views/layout.tsx';

type Bindings = { DB: D1Database; SNAPSHOT: Snapshot };
const app = new Hono<{ Bindings: Bindings }>();

app.get('/batch', async (c) => {
  const s = c.env.SNAPSHOT;
  const { results } = await c.env.DB.prepare('select * from placement where batch_id = ?')
    .bind(s.id)
    .all();
  if (results.length === 0) return c.text('no batch', 404);
  const body = (
    <Page
      reader={readerOf('zh', Date.now())}
      viewer={{ name: 'x', role: 'coordinator', unread: 3 }}
      title={s.code}
      at="batches"
    >
      <BatchBody
        s={s}
        employer="x"
        escorts={[]}
        people={s.placements}
        villageOf={() => 'x'}
        filter="all"
        lines={[]}
        mayWrite
        seesHealth
      />
    </Page>
  );
  return c.html(await html`<!DOCTYPE html>${body}`);
});

app.get('/one', async (c) => c.json(await c.env.DB.prepare('select 1 as one').first()));

/** What the direct socket of the bench asks. */
export const Web = { fetch: app.fetch };
/** What a Worker module has to answer with. */
export default app;
