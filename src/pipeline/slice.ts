import type { Change, Decision } from './batch/change.ts';
import type { Snapshot } from './batch/snapshot.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';
import type { Lack } from './lack.ts';
import type { Stage } from './stages.ts';
import type { Todo } from './todo.ts';

/** What a slice may ask when it says what is to be done. */
export type Now = {
  /** When something falls due, of a person or of the batch; null where nothing does. */
  due: (kind: DeadlineKind, placementId?: string) => number | null;
  /** Whether the gates of a stage, and of those before it, hold. */
  isClosed: (stage: Stage) => boolean;
};

/** What the workflow does by itself. */
export type Act = { action: string; decide: (s: Snapshot) => Decision };

/**
 * A part of the pipeline that conducts itself: what its stage waits for, what falls due, what is to
 * be done, and what follows from a change that somebody else made. Pure. No other slice knows it.
 *
 * A new one brings this object as `<slice>.stage.ts`, listed in `course.ts` (a new stage also in
 * `stages.ts`); what it keeps of a person as `<slice>-state.ts`, a part of `batch/placement.ts`
 * that begins in `new-placement.ts`; its tables with a migration; its routes as `<slice>.app.ts`,
 * mounted in `app.tsx`, each with a permission of `access/permissions.ts`. A new kind of lack,
 * deadline, to-do, line of history or error gets its name in `lack.ts`, `deadline.ts`, `todo.ts`,
 * `batch/history-kind.ts` or `error-code.ts`, and its sentence in `views/i18n/zh` and `en`: the
 * compiler asks for it.
 */
export type Slice = {
  stage: Stage;
  /** What its stage still waits for. */
  gate: (s: Snapshot) => Lack[];
  /** What falls due in an open batch as it stands. */
  deadlines?: (s: Snapshot) => Deadline[];
  /** What an open batch needs next: what a coordinator can do, and what is waited for. */
  todos?: (s: Snapshot, now: Now) => Todo[];
  /** What is chased until it is done, whatever became of the batch. */
  outlasts?: {
    deadlines: (s: Snapshot) => Deadline[];
    todos: (s: Snapshot, now: Now) => Todo[];
  };
  /** What comes of a change beside what it says: a change of its own, told and written with it. */
  follows?: (before: Snapshot, change: Change, at: number) => Change | null;
  /** What the workflow has to do now. */
  acts?: (s: Snapshot, at: number) => Act | null;
  /** The same, once everybody was told that the time is over. */
  lapses?: (s: Snapshot, at: number) => Act | null;
};
