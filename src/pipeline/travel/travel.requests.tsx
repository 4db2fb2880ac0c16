import { inArray, sql } from 'drizzle-orm';
import { activeAccounts } from '../../access/account.queries.ts';
import { link } from '../../access/access.tables.ts';
import { liveLinks } from '../../access/link.queries.ts';
import { allows, ownVillage } from '../../access/session.ts';
import type { C } from '../../http/app-context.ts';
import type { FormErrors, FormValues } from '../../http/forms.ts';
import { page, wordsOf } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { TravelBody, type TravelForm } from '../../../views/travel/travel-page.tsx';
import { readBatch } from '../batch/read-batch.requests.ts';
import { placementOf } from '../batch/snapshot.ts';
import { withCosts } from './incident-costs.ts';
import { lacks } from '../gates.ts';
import * as travel from './travel.queries.ts';
import { isSelected } from '../batch/placement.ts';
import { handoversOf } from './handover/handover.queries.ts';
import { incidentsOf, sendOffOf } from './happenings.queries.ts';
import { incidentCosts } from '../ledger/ledger-sums.queries.ts';

/**
 * The newest version of the plan that somebody with one of these links has said they saw; 0 where
 * none has.
 */
function newestSeen(
  rows: { actor: string; detail: Record<string, unknown> }[],
  links: ReadonlySet<string>,
): number {
  return Math.max(
    0,
    ...rows
      .filter(({ actor }) => links.has(actor.replace(/^link:/, '')))
      .map(({ detail }) => Number(detail['version'] ?? 0)),
  );
}

export type TravelProblem = { form: TravelForm; values: FormValues; errors: FormErrors };

function readTravel(c: C, id: string) {
  const { orm } = c.var.db;
  return readBatch(
    c,
    { batchId: id },
    {
      legs: travel.legsOf(orm, id),
      handovers: handoversOf(orm, id),
      links: orm
        .select()
        .from(link)
        .where(inArray(link.subjectId, sql`(select id from escort where batch_id = ${id})`)),
      employerLinks: liveLinks(orm, sql`(select order_id from batch where id = ${id})`, c.var.now),
      incidents: incidentsOf(orm, id),
      sendOffs: sendOffOf(orm, id),
      seenBy: travel.planSeenBy(orm, id),
      accounts: activeAccounts(orm),
      costs: incidentCosts(orm, id),
    },
  );
}

type Found = Awaited<ReturnType<typeof readTravel>>;

/**
 * What happened on the way. An officer is told that something did, and whom of their own village it
 * concerns; notes may name others.
 */
function incidentsFor(village: string | null, { s, workers, incidents, costs }: Found) {
  if (village === null) return withCosts(incidents, costs);
  const isNeighbour = (placementId: string): boolean => {
    const workerId = placementOf(s, placementId)?.workerId;
    return workers.some((w) => w.id === workerId && w.villageId === village);
  };
  const discreet = incidents.map((each) => ({
    ...each,
    people: each.people.filter(isNeighbour),
    note: '',
    called: '',
    policeReport: '',
  }));
  return withCosts(discreet, costs);
}

/** The live link of each escort, and up to which version of the plan their phones have seen it. */
function linksOfEscorts({ escorts, links, seenBy }: Found, now: number) {
  return escorts.map((each) => {
    const own = links.filter((l) => l.subjectId === each.id);
    const live = own.find((l) => l.revokedAt === null && l.expiresAt > now);
    const planSeen = newestSeen(seenBy, new Set(own.map((l) => l.id)));
    return { ...each, linkId: live?.id ?? null, planSeen };
  });
}

/** The page of a journey, with the form that was refused as it was typed. */
export async function travelPage(c: C, id: string, problem?: TravelProblem) {
  const found = await readTravel(c, id);
  const { s, workers, legs, handovers, sendOffs, accounts, employerLinks } = found;
  const escorts = linksOfEscorts(found, c.var.now);
  const kinOf = (workerId: string) => workers.find((w) => w.id === workerId)?.kin;
  const withoutKin = s.placements.filter((p) => isSelected(p) && !kinOf(p.workerId)?.phone);
  return page(
    c,
    {
      title: wordsOf(c).travel.title,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.batch(id),
    },
    <TravelBody
      s={s}
      legs={legs}
      escorts={escorts}
      accounts={accounts}
      viewer={c.var.claims?.accountId ?? ''}
      handovers={handovers}
      incidents={incidentsFor(ownVillage(c), found)}
      sendOff={sendOffs[0] ?? null}
      planSeen={new Map(escorts.map((each) => [each.id, each.planSeen]))}
      withoutKin={withoutKin.length}
      employerLink={employerLinks[0]?.id ?? null}
      lacking={lacks(s, 'documents')}
      seesReport={s.departedAt !== null && allows(c, 'journey.report')}
      mayWrite={allows(c, 'batch.write')}
      {...(problem ? { problem } : {})}
    />,
    problem ? 422 : undefined,
  );
}
