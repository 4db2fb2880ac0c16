import { Hono } from 'hono';
import { sql } from 'drizzle-orm';
import { allows, may, ownVillage, prove } from '../../access/session.ts';
import { dayOf } from '../../clock.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { page, problem, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { employerOfOrder } from '../../registry/registry.queries.ts';
import { TRADES } from '../../registry/trade.ts';
import { OverrideBody } from '../../../views/recruitment/override.tsx';
import type { Proposal } from '../../../views/recruitment/proposals.tsx';
import { RecruitmentBody } from '../../../views/recruitment/recruitment-page.tsx';
import { act, answer } from '../batch/act.requests.ts';
import { openPlaces } from '../batch/equation.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import type { OrderRow } from '../batch-reading.queries.ts';
import { candidatesByIds, findCandidates } from './candidates.queries.ts';
import { earlierPapers, papersOf } from '../documents/documents.queries.ts';
import { broughtAlong } from '../documents/paper.ts';
import { type MatchPost, needsWord, rank } from './matching.ts';
import * as rules from './placement.ts';
import { placementForm, registrationForm } from './recruitment.forms.ts';

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

recruitmentRoutes.get('/batches/:id/recruitment', may('batch.read'), async (c) => {
  const { orm } = c.var.db;
  const { now } = c.var;
  const id = c.req.param('id');
  const {
    s,
    order,
    workers,
    villages,
    employer: [employer],
  } = await readBatch(
    c,
    { batchId: id },
    {
      employer: employerOfOrder(orm, sql`(select order_id from batch where id = ${id})`),
    },
  );
  const mayWrite = allows(c, 'batch.write');
  // Where every place is taken nobody is looked for, unless somebody asks.
  const isLooking = openPlaces(s) > 0 || s.headcount === 0 || c.req.query('propose') !== undefined;
  let proposals: Proposal[] | null = null;
  if (mayWrite && isLooking && s.status === 'open' && s.departedAt === null) {
    const anyTrade = !order.certificateRequired && !TRADES[order.trade].licensed;
    const asked = {
      batchId: id,
      employerId: order.employerId,
      trade: order.trade,
      anyTrade,
      today: dayOf(now),
    };
    const people = await findCandidates(c.var.db, asked);
    const listed = new Set(s.placements.filter((p) => p.exit === null).map((p) => p.workerId));
    const nameOf = new Map([...people, ...workers].map((each) => [each.id, each.name]));
    proposals = rank(people, postOf(s, order, employer), now, listed)
      .slice(0, proposed(s.headcount || order.headcount))
      .map((each) => ({
        ...each,
        companions: each.companions.map((other) => nameOf.get(other) ?? ''),
      }));
  }
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
      people={
        own === null ? s.placements : s.placements.filter((p) => villageOf.get(p.workerId) === own)
      }
      proposals={proposals}
      villages={villages}
      terms={order.terms}
      mayWrite={mayWrite}
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
async function place(c: C, { batchId, workerIds, word, key, back }: Placing) {
  const { orm } = c.var.db;
  const { now } = c.var;
  const {
    s,
    order,
    villages,
    employer: [employer],
  } = await readBatch(
    c,
    { batchId },
    {
      employer: employerOfOrder(orm, sql`(select order_id from batch where id = ${batchId})`),
    },
  );
  const people = await candidatesByIds(c.var.db, workerIds, {
    employerId: order.employerId,
    today: dayOf(now),
  });
  if (people.length === 0) return problem(c, 'nothing_chosen', back, 422);
  const withdrew = people.filter(({ withdrewData }) => withdrewData);
  if (withdrew.length > 0)
    return problem(
      c,
      'data_consent_withdrawn',
      back,
      409,
      withdrew.map(({ name }) => name),
    );
  const listed = new Set(s.placements.filter((p) => p.exit === null).map((p) => p.workerId));
  const ranked = rank(people, postOf(s, order, employer), now, listed);
  const stopped = ranked.filter(({ match }) => match.obstacles.length > 0);
  const names = stopped.map(({ person }) => person.name);
  if (stopped.length > 0)
    return problem(c, stopped[0]?.match.obstacles[0] ?? 'nothing_chosen', back, 409, names);
  const doubtful = ranked.filter(({ match }) => needsWord(match.doubts));
  if (doubtful.length > 0 && word === '')
    return page(
      c,
      {
        title: wordsOf(c).recruitment.override,
        heading: wordsOf(c).batch.code(s.code),
        at: 'batches',
        back,
        headed: true,
      },
      <OverrideBody
        batchId={batchId}
        doubtful={doubtful}
        all={workerIds}
        villages={villages}
        formKey={key}
      />,
      422,
    );
  const [placements, certificates] = await c.var.db.batch(
    earlierPapers(
      c.var.db.orm,
      people.map((person) => person.id),
      order.trade,
    ),
  );
  const added = ranked.map(({ person, match }) => ({
    id: newId(now),
    workerId: person.id,
    name: person.name,
    against: match.doubts,
    word,
    brought: broughtAlong(
      papersOf(person.id, order.trade, { placements, certificates }),
      s.departsOn,
    ),
  }));
  const outcome = await act(c, {
    on: { batchId },
    action: 'placement.register',
    key,
    decide: (now_) => rules.register(now_, added),
  });
  return answer(c, outcome, back);
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
