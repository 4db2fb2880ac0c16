import { inArray, sql } from 'drizzle-orm';
import { activeAccounts } from '../../access/account.queries.ts';
import { link } from '../../access/access.tables.ts';
import { liveLinks } from '../../access/link.queries.ts';
import { ownVillage } from '../../access/session.ts';
import { may as roleMay } from '../../access/permissions.ts';
import type { C } from '../../http/app-context.ts';
import type { FormErrors, FormValues } from '../../http/forms.ts';
import { page, wordsOf } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { TravelBody, type TravelForm } from '../../../views/travel/travel-page.tsx';
import { readBatch } from '../batch/read-batch.requests.ts';
import { placementOf } from '../batch/snapshot.ts';
import { incidentCosts } from '../ledger/ledger.queries.ts';
import { withCosts } from './incident-costs.ts';
import { lacks } from '../gates.ts';
import * as travel from './travel.queries.ts';
import { isSelected } from '../batch/placement.ts';

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

/** The page of a journey, with the form that was refused as it was typed. */
export async function travelPage(c: C, id: string, problem?: TravelProblem) {
  const { orm } = c.var.db;
  const {
    s,
    escorts,
    workers,
    legs,
    handovers,
    links,
    employerLinks,
    incidents,
    lastSendOff: [lastSendOff],
    seenBy,
    accounts,
    costs,
  } = await readBatch(
    c,
    { batchId: id },
    {
      legs: travel.legsOf(orm, id),
      handovers: travel.handoversOf(orm, id),
      links: orm
        .select()
        .from(link)
        .where(inArray(link.subjectId, sql`(select id from escort where batch_id = ${id})`)),
      employerLinks: liveLinks(orm, sql`(select order_id from batch where id = ${id})`, c.var.now),
      incidents: travel.incidentsOf(orm, id),
      lastSendOff: travel.sendOffOf(orm, id),
      seenBy: travel.planSeenBy(orm, id),
      accounts: activeAccounts(orm),
      costs: incidentCosts(orm, id),
    },
  );
  const liveLink = (subjectId: string) =>
    links.find((l) => l.subjectId === subjectId && l.revokedAt === null && l.expiresAt > c.var.now)
      ?.id ?? null;
  const own = ownVillage(c);
  const isNeighbour = (placementId: string): boolean => {
    const workerId = placementOf(s, placementId)?.workerId;
    return workers.some((w) => w.id === workerId && w.villageId === own);
  };
  /**
   * An officer is told that something happened, and whom of their own village it concerns; notes
   * may name others.
   */
  const discreetly = (each: (typeof incidents)[number]) => ({
    ...each,
    people: each.people.filter(isNeighbour),
    note: '',
    called: '',
    policeReport: '',
  });
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
      escorts={escorts.map((e) => ({ ...e, linkId: liveLink(e.id) }))}
      accounts={accounts}
      viewer={c.var.claims?.accountId ?? ''}
      handovers={handovers}
      incidents={withCosts(own === null ? incidents : incidents.map(discreetly), costs)}
      sendOff={lastSendOff ?? null}
      planSeen={
        new Map(
          escorts.map((e) => [
            e.id,
            newestSeen(seenBy, new Set(links.filter((l) => l.subjectId === e.id).map((l) => l.id))),
          ]),
        )
      }
      withoutKin={
        s.placements.filter(
          (p) => isSelected(p) && !workers.find((w) => w.id === p.workerId)?.kin?.phone,
        ).length
      }
      employerLink={employerLinks[0]?.id ?? null}
      lacking={lacks(s, 'documents')}
      seesReport={
        s.departedAt !== null && roleMay(c.var.claims?.role ?? 'officer', 'journey.report')
      }
      mayWrite={roleMay(c.var.claims?.role ?? 'leader', 'batch.write')}
      {...(problem ? { problem } : {})}
    />,
    problem ? 422 : undefined,
  );
}
