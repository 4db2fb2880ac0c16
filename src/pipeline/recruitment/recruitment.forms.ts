import { z } from 'zod';
import { RELEASE_REASONS } from './recruitment-state.ts';
import { MARKS } from './match-reason.ts';
import { choice, idList, remark, rowId, wholeNumber, words } from '../../http/fields.ts';

export const chosenForm = z.object({ people: idList() });
/** People for a batch's list; with a word, also those against whom something speaks. */
export const registrationForm = z.object({ people: idList(), word: remark(120) });
export const placementForm = z.object({ batchId: rowId(), word: remark(120) });
export const releaseForm = z.object({ reason: choice(RELEASE_REASONS) });
export const unfilledForm = z.object({ reason: words(120) });
export const witnessForm = z.object({ hash: words(64), manner: choice(['paper', 'spoken']) });
/** Several who said yes before the same witness, at a meeting in the yard. */
export const groupConsentForm = z.object({
  people: idList(),
  hash: words(64),
  manner: choice(['paper', 'spoken']),
});
export const placeAnswerForm = z.object({ answer: choice(['yes', 'no']) });
export const stopForm = z.object({ stopped: choice(['yes', 'no']) });
export const rankForm = z.object({ rank: wholeNumber(1, 200), reason: words(80) });
export const ratingForm = z.object({ mark: choice(MARKS) });
export const shownForm = z.object({ hash: words(64) });
