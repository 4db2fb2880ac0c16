import { FORBIDDEN_HEALTH } from './forbidden-health.lexicon.ts';

/** Folds width, case, spacing and punctuation, so that spelling a term apart does not smuggle it in. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** Whether a remark names a hepatitis-B or pregnancy result, which nobody here may ask for or write down. */
export const namesForbiddenHealth = (text: string): boolean => FORBIDDEN_HEALTH.some((term) => term.test(fold(text)));
