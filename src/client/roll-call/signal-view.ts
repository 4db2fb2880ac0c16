import type { SignalView } from '../../../views/travel/phone/signal.tsx';
import type { Reading, PageWords } from './reading.ts';

export function noticeOf({ roster, w, steps }: Reading): string | null {
  if (roster.lockedAt === null) return w.notLocked;
  if (steps.handedOver) return w.handedOver;
  return steps.arrived ? w.waitForEmployer : null;
}

function stepWord(w: PageWords, what: string): string {
  return (
    {
      depart: w.departedNow,
      depart_undo: w.departUndo,
      arrive: w.allArrived,
      handover: w.handover,
      undo: w.undo,
      present: w.present,
    }[what] ?? what
  );
}

/** What waits, what was refused and why: said as well when nothing is left to call. */
export function signalOf({ store, w, own, roster, looking }: Reading): SignalView {
  return {
    waiting: own.unsent.length,
    held: roster.held.length,
    isFull: store.isFull,
    line: looking.line,
    cannotReopen: !looking.canReopen,
    refusals: store.kept.refusals.map(({ no, name, what, reason, names }) => ({
      no,
      text: [
        name,
        w.states[what as keyof typeof w.states] ?? stepWord(w, what),
        `${w.errors[reason] ?? reason}${names.length > 0 ? ` (${names.join(w.comma)})` : ''}`,
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  };
}
