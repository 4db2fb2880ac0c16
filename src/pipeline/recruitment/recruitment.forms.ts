import { z } from 'zod';
import { choice, idList, remark, rowId, words } from '../../http/forms.ts';
import { RELEASE_REASONS } from './placement.ts';

export const chosenForm = z.object({ people: idList() });
/** People for a batch's list; with a word, also those against whom something speaks. */
export const registrationForm = z.object({ people: idList(), word: remark(120) });
export const placementForm = z.object({ batchId: rowId(), word: remark(120) });
export const releaseForm = z.object({ reason: choice(RELEASE_REASONS) });
export const unfilledForm = z.object({ reason: words(120) });
export const witnessForm = z.object({ hash: words(64), language: choice(['zh', 'en']).optional() });
export const shownForm = z.object({ hash: words(64) });
