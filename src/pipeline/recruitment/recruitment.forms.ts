import { z } from 'zod';
import { choice, idList, rowId, words } from '../../http/forms.ts';
import { RELEASE_REASONS } from './placement.ts';

export const chosenForm = z.object({ people: idList() });
export const placementForm = z.object({ batchId: rowId() });
export const releaseForm = z.object({ reason: choice(RELEASE_REASONS) });
export const unfilledForm = z.object({ reason: words(120) });
export const witnessForm = z.object({ hash: words(64), language: choice(['zh', 'en']).optional() });
export const shownForm = z.object({ hash: words(64) });
