import type { BatchReading } from '../batch-reading.requests.ts';
import { candidatesByIds, findCandidates } from './candidates.queries.ts';
import { Hono } from 'hono';
import { sql } from 'drizzle-orm';
import { allows, may, ownVillage, prove } from '../../access/session.ts';
import { dayOf } from '../../clock.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { page, problem, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { TRADES } from '../../registry/trade.ts';
import { OverrideBody } from '../../../views/recruitment/override.tsx';
import type { Proposal } from '../../../views/recruitment/proposals.tsx';
import { RecruitmentBody } from '../../../views/recruitment/recruitment-page.tsx';
import { act, answer } from '../batch/act.requests.ts';
import { openPlaces } from '../batch/equation.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { earlierPapers, papersOf } from '../documents/documents.queries.ts';
import { broughtAlong } from '../documents/paper.ts';
import type { MatchPost } from './matching.ts';
import { placementForm, registrationForm } from './recruitment.forms.ts';
import { register } from './registration.ts';
import { rank } from './ranking.ts';
import { needsWord } from './match-reason.ts';
import { employerOfOrder } from '../../registry/employer.queries.ts';
import type { OrderRow } from '../batch-row.queries.ts';
import type { Person } from './candidate-facts.queries.ts';

export const recruitmentRoutes = new Hono<AppEnv>();

/** How many are proposed: more than the places, since not everybody who is asked will go. */
function proposed(places: number): number {
  return Math.min(120, Math.max(30, Math.ceil(places * 1.5)));
}

function postOf(
  s: Snapshot,
  order: OrderRow,
  employer: { province: string } | undefined,
): MatchPost {
  return {
    ...order,
    wishHolds: s.figures.wishHolds,
    province: employer?.province ?? '',
    monthlyFen: order.terms.wageBasis === 'monthly' ? order.terms.wageLowFen : null,
  };
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

type Placing = { batchId: string; workerIds: string[]; word: string; key: string; back: string };

/**
 * Puts people on a batch's list. Whom the law keeps from the post is named and nobody is added;
 * where only something speaks against somebody, a word is asked for, and kept in the batch's
 * history.
 */
async function place(c: C, placing: Placing) {
  const { batchId, workerIds, word, key, back } = placing;
  const { db, now } = c.var;
  const found = await readBatch(
    c,
    { batchId },
    { employers: employerOfOrder(db.orm, sql`(select order_id from batch where id = ${batchId})`) },
  );
  const { s, order, employers } = found;
  const asked = { employerId: order.employerId, today: dayOf(now) };
  const people = await candidatesByIds(db, workerIds, asked);
  if (people.length === 0) return problem(c, 'nothing_chosen', back, 422);
  const names = people.filter(({ withdrewData }) => withdrewData).map(({ name }) => name);
  if (names.length > 0) return problem(c, 'data_consent_withdrawn', back, 409, names);
  const listed = new Set(s.placements.filter((p) => p.exit === null).map((p) => p.workerId));
  const ranked = rank(people, postOf(s, order, employers[0]), now, listed);
  const stopped = ranked.filter(({ match }) => match.obstacles.length > 0);
  const [limit] = stopped.flatMap(({ match }) => match.obstacles);
  if (limit)
    return problem(
      c,
      limit,
      back,
      409,
      stopped.map(({ person }) => person.name),
    );
  const doubtful = ranked.filter(({ match }) => needsWord(match.doubts));
  if (doubtful.length > 0 && word === '') return askWord(c, placing, found, doubtful);
  const added = await registrations(c, placing, found, ranked);
  const outcome = await act(c, {
    on: { batchId },
    action: 'placement.register',
    key,
    decide: (snapshot) => register(snapshot, added),
  });
  return answer(c, outcome, back);
}

type Ranked = ReturnType<typeof rank<Person>>;

/** Asks why somebody is put on the list all the same. */
function askWord(c: C, placing: Placing, { s, villages }: BatchReading, doubtful: Ranked) {
  const { batchId, workerIds, key, back } = placing;
  const t = wordsOf(c);
  const heading = t.batch.code(s.code);
  return page(
    c,
    { title: t.recruitment.override, heading, at: 'batches', back, headed: true },
    <OverrideBody
      batchId={batchId}
      doubtful={doubtful}
      all={workerIds}
      villages={villages}
      formKey={key}
    />,
    422,
  );
}

/** Those who are put on the list, each with the papers that they bring along. */
async function registrations(c: C, { word }: Placing, { s, order }: BatchReading, ranked: Ranked) {
  const { db, now } = c.var;
  const ids = ranked.map(({ person }) => person.id);
  const [placements, certificates] = await db.batch(earlierPapers(db.orm, ids, order.trade));
  const papers = { placements, certificates };
  return ranked.map(({ person, match }) => ({
    id: newId(now),
    workerId: person.id,
    name: person.name,
    against: match.doubts,
    word,
    brought: broughtAlong(papersOf(person.id, order.trade, papers), s.departsOn),
  }));
}

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
