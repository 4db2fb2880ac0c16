import type { PhoneRoster } from '../../pipeline/travel/phone-roster.ts';
import type { Verdict } from '../../pipeline/travel/entries.ts';
import type { Store } from './store.ts';

/** How many entries go at once: few enough for a slow line to carry before it is cut off. */
const AT_ONCE = 40;
const PATIENCE_MS = 30_000;

export type Line = 'unknown' | 'good' | 'none' | 'over' | 'done';

type Answer = { answers: Verdict[]; heard: number; over: boolean; roster: PhoneRoster | null; done: boolean };

const post = async (store: Store): Promise<Answer | null> => {
  const { link, phone, roster } = store.kept;
  const entries = store.unsent.slice(0, AT_ONCE);
  const body = new URLSearchParams({
    phone,
    seq: String(roster.seq),
    sentAt: String(Date.now()),
    entries: JSON.stringify(entries.map(({ ...entry }) => ({ ...entry, link: undefined }))),
  });
  const answer = await fetch(`/g/${link}/entries`, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (answer.status === 404) return { answers: [], heard: 0, over: true, roster: null, done: false };
  if (answer.status !== 200 && answer.status !== 410) return null;
  return answer.json();
};

/** Sends what waits and hears the rest, in order, until nothing is left. What was not answered is sent again. */
export const exchange = async (store: Store): Promise<Line> => {
  for (;;) {
    let answer: Answer | null;
    try {
      answer = await post(store);
    } catch {
      return 'none';
    }
    if (answer === null) return 'none';
    const before = store.unsent.length;
    const sent = store.unsent;
    const refusals = answer.answers.flatMap(({ no, verdict, reason, names }) => {
      const entry = sent.find((each) => each.no === no);
      if (verdict !== 'refused' || !entry) return [];
      return [
        {
          no,
          placementId: entry.kind === 'word' ? entry.placementId : null,
          what: entry.kind === 'word' ? entry.outcome : entry.kind,
          reason: reason ?? '',
          names,
        },
      ];
    });
    await store.settle(answer.heard, answer.roster, refusals);
    if (answer.over) return 'over';
    const left = store.unsent.length;
    if (left === 0) return answer.done && store.kept.refusals.length === 0 ? 'done' : 'good';
    // A server that takes nothing in must not be asked for ever.
    if (left >= before) return 'none';
  }
};
