import type { zh } from '../zh/words.ts';
import { codes } from './codes.ts';
import { errors } from './errors.ts';
import { screens } from './screens.ts';
import { sentences } from './sentences.ts';
import { visitors } from './visitors.ts';

type Same<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Same<T[K]> };

/** The English dictionary. */
export const en = { ...screens, ...visitors, codes, errors, ...sentences } satisfies Same<typeof zh>;
