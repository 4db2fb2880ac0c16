import { Hono } from 'hono';
import { z } from 'zod';
import { actor, may, read } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { problem } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { act, answer } from '../batch/act.requests.ts';
import { takeBack } from '../batch/taking-back.ts';
import { lineOf, linesAfter, rowsTakenBack } from './taking-back.queries.ts';

export const takingBackRoutes = new Hono<AppEnv>();

/**
 * Takes back what was one tap. An officer takes back what they did themselves, of people of their
 * own village.
 */
takingBackRoutes.post('/batches/:id/history/:seq/taking-back', may('visit.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const { orm } = c.var.db;
  const seq = Number(c.req.param('seq'));
  const {
    lines: [line],
    after,
  } = await read(c, { lines: lineOf(orm, id, seq), after: linesAfter(orm, id, seq) });
  if (!line) throw notFound();
  const isOwn = line.actor === actor(c);
  if (c.var.claims?.role === 'officer' && !isOwn) throw notFound();
  const back =
    line.placementId === null ? paths.batch(id) : backTo(line.kind, id, line.placementId);
  if (line.undo === null) return problem(c, 'undo_unknown', back);
  const { undo } = line;
  const outcome = await act(c, {
    on: { batchId: id },
    people: [...new Set([...undo.placements.map((p) => p.id), line.placementId ?? ''])].filter(
      Boolean,
    ),
    action: 'batch.undo',
    key: form.key,
    decide: (s) =>
      takeBack(
        s,
        line,
        after.filter((each) => each.seq > undo.upTo),
      ),
    facts: (_s, change, all) => rowsTakenBack(all, line, change, c.var.now),
  });
  return answer(c, outcome, back);
});

/** Where such a thing is done, so that it can be done rightly. */
function backTo(kind: string, batchId: string, placementId: string): string {
  switch (kind) {
    case 'offered':
    case 'told':
    case 'selected':
    case 'reserved':
      return paths.recruitment(batchId);
    case 'visited':
      return paths.followUp(batchId);
    default:
      return paths.placement(placementId);
  }
}
