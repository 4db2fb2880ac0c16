/**
 * Plays a batch through the real rules in memory, and keeps the statements that write what
 * happened.
 */
import { insertLink, newLink } from '../../../src/access/link.queries.ts';
import type { LinkPurpose } from '../../../src/access/link.ts';
import { addDays, DAY, dayOf, HOUR, MINUTE } from '../../../src/clock.ts';
import type { Database, Queries, RowsOf } from '../../../src/db/client.ts';
import type { Orm, Query } from '../../../src/db/orm.ts';
import { newId } from '../../../src/ids.ts';
import { batchReadingOf } from '../../../src/pipeline/batch-reading.requests.ts';
import { batchQueries } from '../../../src/pipeline/batch-row.queries.ts';
import { changeStatements, type Stamp } from '../../../src/pipeline/batch/change.queries.ts';
import { apply, type Change, type Decision, refused } from '../../../src/pipeline/batch/change.ts';
import { advance } from '../../../src/pipeline/batch/lifecycle.ts';
import type { Placement } from '../../../src/pipeline/batch/placement.ts';
import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { conclude } from '../../../src/pipeline/conclude.ts';
import { factStatements } from '../../../src/pipeline/facts.queries.ts';
import type { PlayPlan } from './plan.ts';

/** A batch on its first day, and the statements that write it and its order. */
export type Opened = { s: Snapshot; statements: Query[] };

/** How many statements are written in one round trip. */
const AT_ONCE = 150;

/** A batch that is being played, at the moment it has come to. */
export class Play {
  readonly plan: PlayPlan;
  /** Now, in the story. */
  at: number;

  private readonly db: Database;
  private readonly secret: string;
  private readonly coordinator: string;
  private readonly statements: Query[];
  private snapshot: Snapshot;

  constructor(db: Database, secret: string, plan: PlayPlan, opened: Opened) {
    this.db = db;
    this.secret = secret;
    this.plan = plan;
    this.at = plan.opensAt;
    this.coordinator = `account:${plan.coordinatorId}`;
    this.snapshot = opened.s;
    this.statements = [...opened.statements];
  }

  /** The batch as it stands; only a step and a reading lead to another. */
  get s(): Snapshot {
    return this.snapshot;
  }

  /** Builds statements; what is built runs when it is written. */
  get orm(): Orm {
    return this.db.orm;
  }

  /**
   * One step of the story, seven minutes after the last. A refusal is a mistake in the story, so it
   * throws.
   * @param facts the slice's own rows that belong to it
   * @param actor the coordinator where nobody else is named
   */
  step(
    action: string,
    decide: (s: Snapshot, at: number) => Decision,
    facts: (s: Snapshot, change: Change) => Query[] = () => [],
    actor = this.coordinator,
  ): this {
    this.later(0, 0, 7);
    const before = this.snapshot;
    const decision = decide(before, this.at);
    if (refused(decision))
      throw new Error(
        `${this.plan.code}: ${action}: ${decision.error} ${JSON.stringify(decision.detail ?? {})}`,
      );
    const stamp = this.stamp(action, actor);
    const change = conclude(before, decision, this.at);
    const after = apply(before, change);
    this.statements.push(
      ...changeStatements(this.orm, before, after, change, stamp),
      ...facts(before, decision),
      ...factStatements(this.orm, before, change.facts ?? [], stamp),
    );
    this.snapshot = after;
    return this;
  }

  /** Closes every stage whose gate holds, as the workflow does. */
  settle(): this {
    while (!refused(advance(this.snapshot, this.at)))
      this.step('stage.close', advance, undefined, 'workflow');
    return this;
  }

  /** Issues a link to the employer, a clinic or an escort, as the pages do. */
  async link(purpose: LinkPurpose, subjectId: string): Promise<this> {
    const issued = await newLink(this.secret, {
      purpose,
      subjectId,
      batchId: this.snapshot.id,
      issuedBy: this.plan.coordinatorId,
      now: this.at,
    });
    this.statements.push(insertLink(this.orm, issued.row));
    return this;
  }

  /** Writes everything that has happened and is not written yet. */
  async write(): Promise<void> {
    const all = this.statements.splice(0);
    for (let i = 0; i < all.length; i += AT_ONCE) await this.db.batch(all.slice(i, i + AT_ONCE));
  }

  /** Reads rows by name, of everything that has happened so far. */
  async read<T extends Queries>(queries: T): Promise<RowsOf<T>> {
    await this.write();
    return this.db.read(queries);
  }

  /**
   * Reads the batch anew, as the next request would: after a step that wrote rows of which the
   * snapshot only knows from a reading. Throws where the batch is not in the database.
   */
  async readAnew(): Promise<this> {
    const key = { batchId: this.snapshot.id };
    const reading = batchReadingOf(await this.read(batchQueries(this.orm, key)));
    if (!reading) throw new Error(`${this.plan.code} has not been written`);
    this.snapshot = reading.s;
    return this;
  }

  /** Lets time pass. */
  later(days: number, hours = 0, minutes = 0): this {
    this.at += days * DAY + hours * HOUR + minutes * MINUTE;
    return this;
  }

  /** Lets time pass until an instant, unless that is over. */
  notBefore(at: number): this {
    this.at = Math.max(this.at, at);
    return this;
  }

  /** The calendar day so many days from now. */
  inDays(days: number): string {
    return addDays(dayOf(this.at), days);
  }

  /** Whoever has not left the batch, and passes a test. */
  people(test: (p: Placement) => boolean = () => true): Placement[] {
    return this.snapshot.placements.filter((p) => p.exit === null && test(p));
  }

  private stamp(action: string, actor: string): Stamp {
    const { at: now } = this;
    const subject = this.snapshot.id;
    return { actor, action, subject, key: newId(now), occurredAt: now, now };
  }
}
