import { phonePaths } from '../../link-paths.ts';
import { ask, codeOf, timeOf } from '../own-answer.ts';
import { type Answer, heardIn } from './answer.ts';
import type { Store } from './store.ts';
import type { Refusal } from './kept.ts';

/** How many entries go at once: few enough for a slow line to carry before it is cut off. */
const AT_ONCE = 40;
const PATIENCE_MS = 30_000;

/**
 * How it went: `none` no signal; `trouble` the server answers but takes nothing now; `lost` it does
 * not know this phone's link any more; `over` the link has ended, or `done` all is handed over, and
 * everything has been sent.
 */
export type Line = 'good' | 'none' | 'trouble' | 'lost' | 'over' | 'done';

function bodyOf({ kept, toSend, clock }: Store): URLSearchParams {
  const entries = toSend
    .slice(0, AT_ONCE)
    .map((entry) => ({ ...entry, link: undefined, age: clock.age(entry.id) }));
  return new URLSearchParams({
    phone: kept.phone,
    seq: String(kept.roster.seq < 0 ? 0 : kept.roster.seq),
    sentAt: String(Date.now()),
    entries: JSON.stringify(entries),
  });
}

/** Asks once. */
async function post(store: Store): Promise<Answer | Line> {
  let answer: Response;
  let told: unknown;
  try {
    answer = await ask(phonePaths.escortEntries(store.kept.link), PATIENCE_MS, {
      method: 'POST',
      body: bodyOf(store),
    });
    told = await answer.json().catch(() => null);
  } catch {
    return 'none';
  }
  if (codeOf(answer) !== null) store.clock.hear(timeOf(answer));
  return heardIn(answer, told);
}

/**
 * Sends what waits and hears the rest, in order, until nothing is left. What was not answered is
 * sent again.
 */
export async function exchange(store: Store): Promise<Line> {
  for (;;) {
    const answer = await post(store);
    if (typeof answer === 'string') return answer;
    const before = store.ready.length;
    const { heard, roster } = answer;
    const [held, refusals] = [heldAfter(answer, store), refusalsIn(answer, store)];
    await store.settle({ heard, roster, held, refusals });
    const left = store.ready.length;
    // A server that takes nothing in must not be asked for ever.
    if (left > 0 && left >= before) return answer.over ? 'lost' : 'trouble';
    if (left > 0) continue;
    if (answer.over) return 'over';
    return answer.done ? 'done' : 'good';
  }
}

/** What the server would not take, each with whom it was about, as the list stood. */
function refusalsIn({ answers }: Answer, { toSend, kept }: Store): Refusal[] {
  return answers.flatMap(({ no, verdict, reason, names }): Refusal[] => {
    const entry = toSend.find((each) => each.no === no);
    if (verdict !== 'refused' || !entry) return [];
    const placementId = entry.kind === 'word' ? entry.placementId : null;
    const name = kept.roster.people.find(({ id }) => id === placementId)?.name ?? '';
    const what = entry.kind === 'word' ? entry.outcome : entry.kind;
    return [{ no, placementId, name, what, reason: reason ?? '', names }];
  });
}

/** Which entries wait for others by now: what was held and not answered, and what is held anew. */
function heldAfter({ answers }: Answer, { kept }: Store): number[] {
  const answered = new Set(answers.map(({ no }) => no));
  const anew = answers.filter(({ verdict }) => verdict === 'held').map(({ no }) => no);
  return [...kept.held.filter((no) => !answered.has(no)), ...new Set(anew)];
}
