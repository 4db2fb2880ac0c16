import type { Change, Decision } from './change.ts';
import type { Placement } from './placement.ts';
import { placementOf, type Snapshot } from './snapshot.ts';
import type { Stage } from '../stages.ts';

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

/**
 * What happens to the whole batch and rests on nobody's consent, place or papers: costs, the plan,
 * who rides along; and that a stage closed by itself.
 */
const APART: ReadonlySet<string> = new Set([
  'stage_closed',
  'cost_recorded',
  'cost_reversed',
  'leg_added',
  'leg_removed',
  'leg_replaced',
  'escort_added',
  'escort_replaced',
  'sent_off',
  'offers_stopped',
  'offers_resumed',
  'incident',
]);

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
  const live = later.filter(({ kind, seq }) => kind !== 'taken_back' && !isVoid(seq));
  const onIt = live.find(({ kind, placementId }) =>
    placementId === null ? !APART.has(kind) : concerned.has(placementId),
  );
  if (onIt) return builtOn(s, onIt.placementId);
  const changed = undo.placements.find(({ id, is }) => !stillIs(placementOf(s, id), is));
  if (changed) return builtOn(s, changed.id);
  return {
    batch: {
      ...(undo.ended ? { openVisits: s.openVisits + undo.ended } : {}),
      ...stageBefore(live),
    },
    placements: undo.placements.map(({ id, was }) => ({ id, set: ranked(s, id, was) })),
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

/** A stage that closed because of the act is open again, and closes anew where its gate holds. */
function stageBefore(live: readonly LaterLine[]): { stage?: Stage } {
  const closed = live.find(({ kind }) => kind === 'stage_closed');
  return closed ? { stage: closed.detail['stage'] as Stage } : {};
}

/** Whoever is on the reserve list again stands at its end where somebody has their rank by now. */
function ranked(s: Snapshot, id: string, was: Partial<Placement>): Partial<Placement> {
  const others = s.placements.filter((p) => p.id !== id && p.exit === null);
  const isTaken = typeof was.rank === 'number' && others.some(({ rank }) => rank === was.rank);
  return isTaken ? { ...was, rank: Math.max(0, ...others.map(({ rank }) => rank ?? 0)) + 1 } : was;
}

function builtOn(s: Snapshot, id: string | null): Decision {
  const name = s.placements.find((p) => p.id === id)?.name;
  return { error: 'undo_built_on', detail: { names: name ? [name] : [] } };
}

function stillIs(p: Placement | undefined, is: Partial<Placement>): boolean {
  return Object.entries(is).every(
    ([name, value]) => JSON.stringify(p?.[name as keyof Placement]) === JSON.stringify(value),
  );
}
