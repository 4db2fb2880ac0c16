import { codes } from './codes.ts';
import { errors } from './errors.ts';
import { screens } from './screens.ts';
import { sentences } from './sentences.ts';
import { visitors } from './visitors.ts';

/** The Chinese dictionary: the source of all others. */
export const zh = { ...screens, ...visitors, codes, errors, ...sentences };
