import type { Reader } from '../../i18n/reader.ts';
import type { RollWords } from '../phone/roll-line-view.ts';

export function rollWords(t: Reader['t']): RollWords {
  return { ...t.rollCall, states: t.codes.travel };
}
