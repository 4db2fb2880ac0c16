/** Eight batches resting in different stages, each with a trouble of its own. */
import { askingForLess, halfAnswered, unanswered } from './beginning.ts';
import type { Cast } from './cast.ts';
import { atWork, boarding, closed } from './leaving.ts';
import { withLatePapers, withUnfit } from './preparing.ts';

/** Plays and writes all of them, the one that began first before the others. */
export async function playBatches(cast: Cast): Promise<void> {
  await closed(cast);
  await atWork(cast);
  await boarding(cast);
  await withLatePapers(cast);
  await withUnfit(cast);
  await halfAnswered(cast);
  await askingForLess(cast);
  await unanswered(cast);
}
