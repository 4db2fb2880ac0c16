import { atHour, DAY } from '../../src/clock.ts';
import { apply, type Decision, each, refused } from '../../src/pipeline/batch/change.ts';
import { advance } from '../../src/pipeline/batch/lifecycle.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { conclude } from '../../src/pipeline/conclude.ts';
import { reply, send } from '../../src/pipeline/demand/job-order.ts';
import { verifyForAll } from '../../src/pipeline/documents/paper.ts';
import { lacks } from '../../src/pipeline/gates.ts';
import { recordConclusion } from '../../src/pipeline/health/fitness.ts';
import { consent } from '../../src/pipeline/recruitment/consent.ts';
import { putOnReserve, selectAll } from '../../src/pipeline/recruitment/placement.ts';
import { offer, register } from '../../src/pipeline/recruitment/registration.ts';
import { depart, lockManifest } from '../../src/pipeline/travel/manifest.ts';
import { checkIn } from '../../src/pipeline/travel/roll-call/check-in.ts';

/** When everything is done that comes before the journey. */
const BEFORE = { on: '2027-02-10', at: atHour('2027-02-10', 9) };

/** The snapshot after a decision, without what follows from it; a refusal fails the test. */
export function done(s: Snapshot, decision: Decision): Snapshot {
  if (refused(decision)) throw new Error(decision.error);
  return apply(s, decision);
}

/** The ids of everybody who is, or was, in the batch. */
export function ids(s: Snapshot): string[] {
  return s.placements.map(({ id }) => id);
}

/** Stages close by themselves where their gates hold. */
function advanced(s: Snapshot): Snapshot {
  const step = advance(s, BEFORE.at);
  return refused(step) ? s : advanced(apply(s, step));
}

/** What has come of a batch, step by step, each by the rules; people have their names as ids. */
export class Story {
  readonly snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
  }

  /** Whatever a rule decides, with all that follows from it. */
  after(decide: (s: Snapshot) => Decision, at = BEFORE.at): Story {
    const decision = decide(this.snapshot);
    const whole = refused(decision) ? decision : conclude(this.snapshot, decision, at);
    return new Story(advanced(done(this.snapshot, whole)));
  }

  /** A step that everybody takes of whom the rules allow it, in the order of the list. */
  forEach(decide: (s: Snapshot, id: string) => Decision): Story {
    return this.after((s) => each(s, ids(s), decide));
  }

  /** What no rule decides but is read with somebody, or has become of them otherwise. */
  knowing(id: string, set: Partial<Placement>): Story {
    return new Story(apply(this.snapshot, { placements: [{ id, set }], entries: [] }));
  }

  /** The order is sent as it stands, and the employer says yes to it. */
  confirmed(): Story {
    return this.after((s) => send(s, BEFORE.at)).after((s) =>
      reply(s, { kind: 'confirm', version: s.order.version }),
    );
  }

  registered(names: readonly string[]): Story {
    const people = names.map((name) => ({ id: name, workerId: name, name }));
    return this.after((s) => register(s, people));
  }

  /** Whoever was not asked yet is shown the terms; all who are asked say yes. */
  agreed(): Story {
    const isNew = this.snapshot.placements.some((p) => p.recruitment === 'registered');
    const asked = isNew ? this.after((s) => offer(s, ids(s), BEFORE.at + DAY)) : this;
    return asked.forEach((s, id) => consent(s, id, s.order.termsHash));
  }

  /** Whoever agreed has a place, as far as there are places. */
  selected(): Story {
    return this.after((s) => selectAll(s, ids(s)));
  }

  /** Whoever agreed and has no place waits for one. */
  reserved(): Story {
    return this.forEach(putOnReserve);
  }

  fit(): Story {
    const given = { restriction: null, recheckBy: null, concludedOn: BEFORE.on };
    return this.forEach((s, id) => recordConclusion(s, id, { conclusion: 'fit', ...given }));
  }

  /** The papers that the batch asks for are verified, of everybody who has not handed them in. */
  documented(): Story {
    return this.snapshot.requirements.reduce<Story>(
      (story, kind) => story.after((s) => verifyForAll(s, ids(s), kind, null, BEFORE.at)),
      this,
    );
  }

  locked(): Story {
    return this.after((s) => lockManifest(s, BEFORE.at, lacks(s, 'documents')));
  }

  boarded(): Story {
    return this.forEach((s, id) => checkIn(s, id, 'boarded'));
  }

  departed(at: number): Story {
    return this.after((s) => depart(s, at), at);
  }
}
