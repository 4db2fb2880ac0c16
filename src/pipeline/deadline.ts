import { DAY } from '../clock.ts';
import type { Snapshot } from './batch/snapshot.ts';
import type { PaperKind } from './documents/paper-kind.ts';

export const DEADLINE_KINDS = [
  'reply',
  'offer',
  'place_offer',
  'recheck',
  'custody',
  'medical_expiry',
  'paper_expiry',
  'contract',
  'departure',
  'arrival',
  'handover',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/**
 * Something that falls due. `reminders` are instants; the last of them is told to the leaders as
 * well.
 */
export type Deadline = {
  id: string;
  kind: DeadlineKind;
  placementId: string | null;
  dueAt: number;
  reminders: number[];
  /** Which paper it is about, where it is about one. */
  paper?: PaperKind;
};

/** What a slice says of a deadline; its id follows from the batch, the kind and the subject. */
type Said = Pick<Deadline, 'kind' | 'dueAt'> &
  Partial<Pick<Deadline, 'placementId' | 'reminders' | 'paper'>> & {
    /** What it is about: a deadline of another subject is another deadline. */
    subject: string;
  };

/**
 * A deadline of a batch. Unless it is said otherwise, it is told when it is over and a day later.
 */
export function deadlineOf(s: Snapshot, { subject, kind, dueAt, ...said }: Said): Deadline {
  return {
    id: `${s.id}:${kind}:${subject}`,
    kind,
    placementId: said.placementId ?? null,
    dueAt,
    reminders: said.reminders ?? [dueAt, dueAt + DAY],
    ...(said.paper ? { paper: said.paper } : {}),
  };
}
