import type { Change, Decision } from './change.ts';
import type { Placement } from './placement.ts';
import { placementOf, type Snapshot } from './snapshot.ts';

/** A visit as it was before a call. */
export type KeptVisit = {
  id: string;
  open: number | null;
  outcome: string | null;
  tries: number;
  dueOn: string;
};

/** What it takes to take an act back: what it changed, as it was and as it became. */
export type Undo = {
  /** The number of its last line. */
  upTo: number;
  placements: { id: string; was: Partial<Placement>; is: Partial<Placement> }[];
  visits?: KeptVisit[];
  /** How many open visits it ended. */
  ended?: number;
};

/** A line of history, as far as it says what was built on another. */
export type LaterLine = {
  seq: number;
  kind: string;
  placementId: string | null;
  detail: Record<string, unknown>;
};

/** What an act changed of people, so that it can be taken back as long as nothing rests on it. */
export function undoOf(before: Snapshot, change: Change, visits: KeptVisit[] = []): Undo {
  return {
    upTo: before.seq + change.entries.length,
    placements: (change.placements ?? []).map(({ id, set }) => ({
      id,
      was: formerOf(placementOf(before, id), set),
      is: set,
    })),
    ...(visits.length > 0 ? { visits, ended: endedBy(before, change) } : {}),
  };
}

function endedBy({ openVisits }: Snapshot, { batch }: Change): number {
  return openVisits - (batch?.openVisits ?? openVisits);
}

function formerOf(p: Placement | undefined, set: Partial<Placement>): Partial<Placement> {
  const names = Object.keys(set) as (keyof Placement)[];
  return Object.fromEntries(names.map((name) => [name, p?.[name] ?? null]));
}

/**
 * Takes an act back whole. Refused once it was taken back, or once anything else has happened to
 * anybody of it: what was built on it would hang in the air.
 * @param later what the history tells after the act, the newest last
 */
export function takeBack(
  s: Snapshot,
  act: { seq: number; kind: string; placementId: string | null; undo: Undo | null },
  later: readonly LaterLine[],
): Decision {
  const { undo } = act;
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (undo === null) return { error: 'undo_unknown' };
  // Somebody was quicker than the reading of what is later.
  if (s.seq !== (later.at(-1)?.seq ?? undo.upTo)) return { error: 'wrong_state' };
  const backs = later.filter(({ kind }) => kind === 'taken_back');
  if (backs.some(({ detail }) => detail['of'] === act.seq)) return { error: 'undo_done' };
  const isVoid = (seq: number) =>
    backs.some(({ detail }) => Number(detail['of']) <= seq && seq <= Number(detail['upTo']));
  const concerned = new Set([...undo.placements.map(({ id }) => id), act.placementId]);
  const onIt = later.find(
    ({ seq, kind, placementId }) =>
      kind !== 'taken_back' && placementId !== null && concerned.has(placementId) && !isVoid(seq),
  );
  if (onIt) return builtOn(s, onIt.placementId);
  const changed = undo.placements.find(({ id, is }) => !stillIs(placementOf(s, id), is));
  if (changed) return builtOn(s, changed.id);
  return {
    ...(undo.ended ? { batch: { openVisits: s.openVisits + undo.ended } } : {}),
    placements: undo.placements.map(({ id, was }) => ({ id, set: was })),
    entries: [
      {
        kind: 'taken_back',
        ...(undo.placements.length <= 1 && act.placementId ? { placementId: act.placementId } : {}),
        detail: {
          of: act.seq,
          upTo: undo.upTo,
          what: act.kind,
          people: Math.max(1, undo.placements.length),
        },
      },
    ],
  };
}

function builtOn(s: Snapshot, id: string | null): Decision {
  const name = s.placements.find((p) => p.id === id)?.name ?? '';
  return { error: 'undo_built_on', detail: { names: [name] } };
}

function stillIs(p: Placement | undefined, is: Partial<Placement>): boolean {
  return Object.entries(is).every(
    ([name, value]) => JSON.stringify(p?.[name as keyof Placement]) === JSON.stringify(value),
  );
}
