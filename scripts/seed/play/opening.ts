/** How a batch begins: an order in draft with its terms, and the batch that was opened for it. */
import { openDatabase } from '../../../src/db/client.ts';
import type { Orm, Query } from '../../../src/db/orm.ts';
import { newId } from '../../../src/ids.ts';
import { openingStatements } from '../../../src/pipeline/batch/change.queries.ts';
import { openBatch } from '../../../src/pipeline/batch/lifecycle.ts';
import { insertOrder } from '../../../src/pipeline/demand/demand.queries.ts';
import { freezeTerms, insertVersion } from '../../../src/pipeline/demand/order-version.queries.ts';
import { requirementsFor } from '../../../src/pipeline/documents/requirement.ts';
import { hashTerms, type Terms } from '../../../src/pipeline/recruitment/terms.ts';
import type { PlayPlan } from './plan.ts';
import { type Opened, Play } from './play.ts';

/** Opens the batch of a plan; nothing is written before the play is told to. */
export async function openPlay(db: D1Database, secret: string, plan: PlayPlan): Promise<Play> {
  const database = openDatabase(db);
  return new Play(database, secret, plan, await opened(database.orm, plan));
}

async function opened(orm: Orm, plan: PlayPlan): Promise<Opened> {
  const { trade, opensAt: now, coordinatorId, code } = plan;
  const terms = termsOf(plan);
  const order = draft(plan, await hashTerms(terms));
  const orderRows = orderStatements(orm, plan, order, terms);
  const s = openBatch({
    id: newId(now),
    code,
    coordinatorId,
    requirements: requirementsFor(trade, { certificateRequired: false, hazardous: false }),
    order: { ...order, contractMonths: terms.contractMonths, payDay: terms.payDay },
  });
  const stamp = {
    actor: `account:${coordinatorId}`,
    action: 'batch.open',
    subject: s.id,
    key: newId(now),
    occurredAt: now,
    now,
  };
  return { s, statements: [...orderRows, ...openingStatements(orm, s, stamp)] };
}

function termsOf({ employer, trade, startsOn, contractMonths = 12 }: PlayPlan): Terms {
  return {
    employer: employer.name,
    trade,
    site: `${employer.city}工业园 8 号`,
    wageBasis: 'monthly',
    wageLowFen: 480_000,
    wageHighFen: 560_000,
    payDay: 15,
    hoursPerDay: 8,
    daysPerWeek: 6,
    lodging: 'free',
    mealsFen: 30_000,
    insurance: 'social',
    deductions: '',
    hazards: '',
    contractMonths,
    startsOn,
  };
}

function draft({ opensAt, headcount, startsOn, trade }: PlayPlan, termsHash: string) {
  return {
    id: newId(opensAt),
    state: 'draft' as const,
    version: 1,
    headcount,
    startsOn,
    termsHash,
    sentAt: null,
    replyBy: null,
    trade,
  };
}

function orderStatements(
  orm: Orm,
  { employer, opensAt }: PlayPlan,
  order: ReturnType<typeof draft>,
  terms: Terms,
): Query[] {
  const { id: orderId, headcount, startsOn, termsHash } = order;
  return [
    insertOrder(orm, {
      ...order,
      employerId: employer.id,
      agencyId: null,
      certificateRequired: false,
      hazardous: false,
      terms,
      createdAt: opensAt,
      contactName: employer.contactName,
      contactPhone: employer.contactPhone,
    }),
    freezeTerms(orm, orderId, 1, terms, termsHash, opensAt),
    insertVersion(orm, { orderId, version: 1, headcount, startsOn, terms }),
  ];
}
