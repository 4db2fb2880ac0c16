/**
 * Plays a batch through the real rules in memory, and keeps the statements that write what
 * happened.
 */
import { insertLink, newLink } from '../../src/access/link.queries.ts';
import type { LinkPurpose } from '../../src/access/link.ts';
import { openDatabase } from '../../src/db/client.ts';
import { addDays, dayOf, DAY, HOUR } from '../../src/clock.ts';
import { newId } from '../../src/ids.ts';
import { changeStatements, openingStatements } from '../../src/pipeline/batch/change.queries.ts';
import { apply, type Change, type Decision, refused } from '../../src/pipeline/batch/change.ts';
import { advance, openBatch } from '../../src/pipeline/batch/lifecycle.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { insertOrder } from '../../src/pipeline/demand/demand.queries.ts';
import { conclude } from '../../src/pipeline/conclude.ts';
import { factStatements } from '../../src/pipeline/facts.queries.ts';
import { requirementsFor } from '../../src/pipeline/documents/requirement.ts';
import { hashTerms, type Terms } from '../../src/pipeline/recruitment/terms.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import type { Orm, Query } from '../../src/db/orm.ts';
import { freezeTerms, insertVersion } from '../../src/pipeline/demand/order-version.queries.ts';
import { insertReply } from '../../src/pipeline/demand/order-reply.queries.ts';

export type PlayPlan = {
  code: string;
  employer: { id: string; name: string; contactName: string; contactPhone: string; city: string };
  coordinatorId: string;
  trade: TradeCode;
  headcount: number;
  opensAt: number;
  startsOn: string;
  contractMonths?: number;
};

export class Play {
  s!: Snapshot;
  at: number;
  readonly statements: Query[] = [];
  readonly orm: Orm;
  private readonly coordinator: string;

  readonly plan: PlayPlan;

  private readonly secret: string;

  private constructor(db: D1Database, secret: string, plan: PlayPlan) {
    this.secret = secret;
    this.plan = plan;
    this.orm = openDatabase(db).orm;
    this.at = plan.opensAt;
    this.coordinator = `account:${plan.coordinatorId}`;
  }

  static async open(db: D1Database, secret: string, plan: PlayPlan): Promise<Play> {
    const play = new Play(db, secret, plan);
    const { employer, trade, headcount, startsOn } = plan;
    const terms: Terms = {
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
      contractMonths: plan.contractMonths ?? 12,
      startsOn,
    };
    const termsHash = await hashTerms(terms);
    const orderId = newId(play.at);
    const order = {
      id: orderId,
      state: 'draft' as const,
      version: 1,
      headcount,
      startsOn,
      termsHash,
      sentAt: null,
      replyBy: null,
      trade,
    };
    play.statements.push(
      insertOrder(play.orm, {
        ...order,
        employerId: employer.id,
        agencyId: null,
        certificateRequired: false,
        hazardous: false,
        terms,
        createdAt: play.at,
        contactName: employer.contactName,
        contactPhone: employer.contactPhone,
      }),
      freezeTerms(play.orm, orderId, 1, terms, termsHash, play.at),
      insertVersion(play.orm, { orderId, version: 1, headcount, startsOn, terms }),
    );
    play.s = openBatch({
      id: newId(play.at),
      code: plan.code,
      coordinatorId: plan.coordinatorId,
      requirements: requirementsFor(trade, { certificateRequired: false, hazardous: false }),
      order: { ...order, contractMonths: terms.contractMonths, payDay: terms.payDay },
    });
    const stamp = {
      actor: play.coordinator,
      action: 'batch.open',
      subject: play.s.id,
      key: newId(play.at),
      occurredAt: play.at,
      now: play.at,
    };
    play.statements.push(...openingStatements(play.orm, play.s, stamp));
    return play;
  }

  /** Issues a link to the employer, a clinic or an escort, as the pages do. */
  async link(purpose: LinkPurpose, subjectId: string): Promise<this> {
    const { coordinatorId: issuedBy } = this.plan;
    const issued = await newLink(this.secret, {
      purpose,
      subjectId,
      batchId: this.s.id,
      issuedBy,
      now: this.at,
    });
    this.statements.push(insertLink(this.orm, issued.row));
    return this;
  }

  /** One step of the story at its own time. A refusal is a mistake in the story, so it throws. */
  step(
    action: string,
    decide: (s: Snapshot, at: number) => Decision,
    facts: (s: Snapshot, change: Change) => Query[] = () => [],
    actor = this.coordinator,
  ): this {
    this.at += 7 * 60_000;
    const decision = decide(this.s, this.at);
    if (refused(decision))
      throw new Error(
        `${this.plan.code}: ${action}: ${decision.error} ${JSON.stringify(decision.detail ?? {})}`,
      );
    const stamp = {
      actor,
      action,
      subject: this.s.id,
      key: newId(this.at),
      occurredAt: this.at,
      now: this.at,
    };
    const change = conclude(this.s, decision, this.at);
    const after = apply(this.s, change);
    this.statements.push(
      ...changeStatements(this.orm, this.s, after, change, stamp),
      ...facts(this.s, decision),
      ...factStatements(this.orm, this.s, change.facts ?? [], stamp),
    );
    this.s = after;
    return this;
  }

  /** Closes every stage whose gate holds, as the workflow does. */
  settle(): this {
    while (!refused(advance(this.s, this.at)))
      this.step('stage.close', advance, undefined, 'workflow');
    return this;
  }

  later(days: number, hours = 0): this {
    this.at += days * DAY + hours * HOUR;
    return this;
  }

  get today(): string {
    return dayOf(this.at);
  }

  inDays(days: number): string {
    return addDays(this.today, days);
  }

  people(test: (p: Placement) => boolean = () => true): Placement[] {
    return this.s.placements.filter((p) => p.exit === null && test(p));
  }

  reply(kind: 'confirm' | 'counter', headcount: number, startsOn: string): Query {
    const { contactName: name, contactPhone: phone } = this.plan.employer;
    return insertReply(this.orm, {
      id: newId(this.at),
      orderId: this.s.order.id,
      orderVersion: this.s.order.version,
      kind,
      headcount,
      startsOn,
      name,
      phone,
      at: this.at,
    });
  }
}
