import type { BatchReading } from '../batch-reading.requests.ts';
import { findCandidates } from './candidates.queries.ts';
import { Hono } from 'hono';
import { sql } from 'drizzle-orm';
import { allows, may, ownVillage, prove } from '../../access/session.ts';
import { dayOf } from '../../clock.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { page, problem, wordsOf } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { TRADES } from '../../registry/trade.ts';
import type { Proposal } from '../../../views/recruitment/proposals.tsx';
import { RecruitmentBody } from '../../../views/recruitment/recruitment-page.tsx';
import { openPlaces } from '../batch/equation.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import { placementForm, registrationForm } from './recruitment.forms.ts';
import { rank } from './ranking.ts';
import { employerOfOrder } from '../../registry/employer.queries.ts';
import { place, postOf } from './placing.requests.tsx';

export const recruitmentRoutes = new Hono<AppEnv>();

/** How many are proposed: more than the places, since not everybody who is asked will go. */
function proposed(places: number): number {
  return Math.min(120, Math.max(30, Math.ceil(places * 1.5)));
}

/**
 * Whom the rules propose for the places of a batch, the best first; null where nobody is looked
 * for.
 */
async function proposalsFor(
  c: C,
  { s, order, workers }: BatchReading,
  employer: Parameters<typeof postOf>[2],
): Promise<Proposal[] | null> {
  // Where every place is taken nobody is looked for, unless somebody asks.
  const isLooking = openPlaces(s) > 0 || s.headcount === 0 || c.req.query('propose') !== undefined;
  if (!allows(c, 'batch.write') || !isLooking) return null;
  if (s.status !== 'open' || s.departedAt !== null) return null;
  const { now, db } = c.var;
  const people = await findCandidates(db, {
    batchId: s.id,
    employerId: order.employerId,
    trade: order.trade,
    anyTrade: !order.certificateRequired && !TRADES[order.trade].licensed,
    today: dayOf(now),
  });
  const listed = new Set(s.placements.filter((p) => p.exit === null).map((p) => p.workerId));
  const nameOf = new Map([...people, ...workers].map((each) => [each.id, each.name]));
  return rank(people, postOf(s, order, employer), now, listed)
    .slice(0, proposed(s.headcount || order.headcount))
    .map((each) => ({
      ...each,
      companions: each.companions.map((other) => nameOf.get(other) ?? ''),
    }));
}

recruitmentRoutes.get('/batches/:id/recruitment', may('batch.read'), async (c) => {
  const { orm } = c.var.db;
  const id = c.req.param('id');
  const employers = employerOfOrder(orm, sql`(select order_id from batch where id = ${id})`);
  const found = await readBatch(c, { batchId: id }, { employers });
  const { s, order, workers, villages } = found;
  const own = ownVillage(c);
  const villageOf = new Map(workers.map((w) => [w.id, w.villageId]));
  return page(
    c,
    {
      title: wordsOf(c).recruitment.title,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.batch(id),
    },
    <RecruitmentBody
      s={s}
      people={s.placements.filter((p) => own === null || villageOf.get(p.workerId) === own)}
      proposals={await proposalsFor(c, found, found.employers[0])}
      villages={villages}
      terms={order.terms}
      mayWrite={allows(c, 'batch.write')}
      mayWitness={allows(c, 'consent.witness')}
    />,
  );
});

recruitmentRoutes.post('/batches/:id/placements', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, registrationForm);
  const back = paths.recruitment(id);
  if (form.ok)
    return place(c, {
      batchId: id,
      workerIds: form.value.people,
      word: form.value.word,
      key: form.key,
      back,
    });
  await prove(c);
  return problem(c, form.errors['people'] ?? form.errors['word'] ?? 'nothing_chosen', back, 422);
});

/**
 * The same from the person's page: whoever the proposals do not name can be added by the
 * coordinator's own choice.
 */
recruitmentRoutes.post('/workers/:id/placements', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, placementForm);
  if (form.ok) {
    const { batchId, word } = form.value;
    return place(c, {
      batchId,
      workerIds: [id],
      word,
      key: form.key,
      back: paths.recruitment(batchId),
    });
  }
  await prove(c);
  return problem(c, form.errors['word'] ?? 'nothing_chosen', paths.worker(id), 422);
});
