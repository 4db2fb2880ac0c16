import type { BatchReading } from '../batch-reading.requests.ts';
import { candidatesByIds } from './candidates.queries.ts';
import { sql } from 'drizzle-orm';
import { dayOf } from '../../clock.ts';
import type { C } from '../../http/app-context.ts';
import { page, problem, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { OverrideBody } from '../../../views/recruitment/override.tsx';
import { act, answer } from '../batch/act.requests.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import { register } from './registration.ts';
import { rank } from './ranking.ts';
import { needsWord } from './match-reason.ts';
import { employerOfOrder } from '../../registry/employer.queries.ts';
import type { Person } from './candidate-facts.queries.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import type { MatchPost } from './matching.ts';
import type { OrderRow } from '../batch-row.queries.ts';
import { broughtAlong } from '../documents/brought-along.ts';
import { earlierPapers, papersOf } from '../documents/brought-along.queries.ts';

type Placing = { batchId: string; workerIds: string[]; word: string; key: string; back: string };

/**
 * Puts people on a batch's list. Whom the law keeps from the post is named and nobody is added;
 * where only something speaks against somebody, a word is asked for, and kept in the batch's
 * history.
 */
export async function place(c: C, placing: Placing) {
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

export function postOf(
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
