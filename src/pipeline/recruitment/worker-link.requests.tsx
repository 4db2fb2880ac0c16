import { readBatchByLink } from '../batch/read-batch.requests.ts';
import { desc, eq, type SQL, sql } from 'drizzle-orm';
import { printedDigits } from '../../access/printed.ts';
import type { C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import type { FormErrors } from '../../http/forms.ts';
import { done, visitorPage, wordsOf } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { worker } from '../../registry/registry.tables.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import { WorkerLinkBody } from '../../../views/recruitment/worker-link.tsx';
import { type Act, actByLink } from '../batch/act.requests.ts';
import { placement } from '../batch/batch.tables.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import type { BatchReading } from '../batch-reading.requests.ts';
import { ownJourney } from '../travel/plan/own-journey.ts';
import { legsOf } from '../travel/travel.queries.ts';
import { consentsOf, ratingOf } from './recruitment.queries.ts';
import { type Placement, travels } from '../batch/placement.ts';
import { contractOf } from '../documents/contract.queries.ts';
import { loansOf } from '../documents/custody.queries.ts';

function placementOfNewest(workerId: SQL): SQL {
  return sql`(select id from placement where worker_id = ${workerId} order by active desc, id desc
    limit 1)`;
}

/** The worker, their newest batch and what was agreed in it, with the proof of the link. */
export async function loadOwn(c: C) {
  const { orm } = c.var.db;
  const workerId = sql`(select subject_id from link where id = ${c.req.param('link') ?? ''})`;
  const newest = sql`(select batch_id from placement where worker_id = ${workerId}
    order by active desc, id desc limit 1)`;
  const {
    reading,
    station,
    loans,
    legs,
    consents,
    person: [person],
    current: [current],
    rating: [rating],
    contract: [contract],
  } = await readBatchByLink(
    c,
    'worker',
    { batchId: newest },
    {
      station: stationQuery(orm),
      person: orm
        .select({ id: worker.id, name: worker.name, dataConsentAt: worker.dataConsentAt })
        .from(worker)
        .where(eq(worker.id, workerId)),
      current: orm
        .select({ id: placement.id })
        .from(placement)
        .where(eq(placement.workerId, workerId))
        .orderBy(desc(placement.active), desc(placement.id))
        .limit(1),
      consents: consentsOf(orm, placementOfNewest(workerId)),
      rating: ratingOf(orm, placementOfNewest(workerId)),
      loans: loansOf(orm, workerId),
      contract: contractOf(orm, placementOfNewest(workerId)),
      legs: legsOf(orm, newest),
    },
  );
  if (!person) throw notFound();
  const p = reading?.s.placements.find((other) => other.id === current?.id) ?? null;
  return {
    person,
    reading,
    p,
    station: stationOf(station),
    consent: consents[0] ?? null,
    mark: rating?.mark ?? null,
    loans,
    contract: contract ?? null,
    legs,
  };
}

/** From the day on which the list is fixed until they have been handed over. */
function isOnTheWay(s: Snapshot, p: Placement): boolean {
  return travels(p) && s.lockedAt !== null && s.handedOverAt === null;
}

/** The worker's own page, whatever was asked for before. */
export async function showOwn(c: C, errors: FormErrors = {}, status?: 409) {
  const { person, reading, p, station, consent, mark, loans, contract, legs } = await loadOwn(c);
  return visitorPage(
    c,
    {
      title: wordsOf(c).workerLink.title,
      ...station,
      witness: p ? paths.placement(p.id) : paths.worker(person.id),
    },
    <WorkerLinkBody
      link={c.req.param('link') ?? ''}
      name={person.name}
      s={reading?.s ?? null}
      p={p}
      terms={reading?.order.terms ?? null}
      consent={consent}
      mark={mark}
      loans={loans}
      contract={contract}
      contact={station.contact}
      journey={p ? ownJourney(legs, p) : null}
      escorts={reading?.escorts ?? []}
      askedAt={p?.questionAt ?? null}
      card={
        reading && p && isOnTheWay(reading.s, p)
          ? await printedDigits(c.env.SECRET, 'card', p.id)
          : null
      }
      wasAsked={c.req.query('asked') !== undefined}
      error={errors['form'] ?? null}
    />,
    status,
  );
}

type Step = Omit<Act, 'on'>;

/** One of their batches, read with the proof of the link. */
async function seeOwn(c: C, placementId: string): Promise<BatchReading | null> {
  return (await readBatchByLink(c, 'worker', { placementId })).reading;
}

type Where = { placementId?: string; to?: string };

/**
 * One step that a worker takes by their own link, in their newest batch or in another of theirs;
 * refused, the page says why.
 */
export async function ownStep(c: C, make: (placementId: string) => Step, where: Where = {}) {
  const placementId = where.placementId ?? (await loadOwn(c)).p?.id;
  if (placementId === undefined) throw notFound();
  const linkId = c.req.param('link') ?? '';
  const outcome = await actByLink(c, { on: { placementId }, ...make(placementId) }, linkId, () =>
    seeOwn(c, placementId),
  );
  if (outcome.kind === 'refused') return showOwn(c, { form: outcome.error }, 409);
  return done(c, where.to ?? paths.workerLink(linkId));
}
