import { Failure } from '../http/failures.ts';

/**
 * Stretching a password stops everything else of the isolate for about 0.2 s, so whoever sends
 * wrong ones could stop the station. Tries that turn out wrong cost one of a few turns, which come
 * back slowly; a right one costs nothing.
 */
const TURNS = 3;
const TURN_BACK_MS = 1500;
/** Between two of them everybody else is served. */
const PAUSE_MS = 120;
/** How many may wait for a turn, and how long. */
const WAITING = 3;
const LONGEST_MS = 3000;

type Line = { turns: number; countedAt: number; freeAt: number; isBusy: boolean; waiting: number };
function line(): Line {
  return { turns: TURNS, countedAt: 0, freeAt: 0, isBusy: false, waiting: 0 };
}

/** Browsers that were signed in before wait in a line of their own: nobody can hold up theirs. */
const lines = { known: line(), unknown: line() };

function hasTurn(of: Line, now: number): boolean {
  // The clock was set back: what was reckoned by it before holds nobody up.
  of.countedAt = Math.min(of.countedAt, now);
  of.freeAt = Math.min(of.freeAt, now + PAUSE_MS);
  const back = Math.floor((now - of.countedAt) / TURN_BACK_MS);
  if (back > 0) {
    of.turns = Math.min(TURNS, of.turns + back);
    of.countedAt = of.turns === TURNS ? now : of.countedAt + back * TURN_BACK_MS;
  }
  return of.turns >= 1 && !of.isBusy && now >= of.freeAt;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function tooMany() {
  return new Failure(429, 'too_many_tries', 5);
}

async function waitForTurn(of: Line): Promise<void> {
  const since = Date.now();
  if (hasTurn(of, since)) return;
  if (of.waiting >= WAITING) throw tooMany();
  of.waiting += 1;
  try {
    while (!hasTurn(of, Date.now())) {
      if (Date.now() - since > LONGEST_MS) throw tooMany();
      await sleep(40);
    }
  } finally {
    of.waiting -= 1;
  }
}

/**
 * Checks a password when it is its turn. Throws 429 where too many wait.
 * @param check resolves to whether it was right
 */
export async function checkInTurn(
  isKnown: boolean,
  check: () => Promise<boolean>,
): Promise<boolean> {
  const of = isKnown ? lines.known : lines.unknown;
  await waitForTurn(of);
  of.isBusy = true;
  of.turns -= 1;
  try {
    const isRight = await check();
    if (isRight) of.turns = Math.min(TURNS, of.turns + 1);
    return isRight;
  } finally {
    of.isBusy = false;
    of.freeAt = Date.now() + PAUSE_MS;
  }
}
