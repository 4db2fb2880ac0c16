import { looksLikeId } from '../ids.ts';
import { plainNumber } from '../text/look-alikes.ts';
import { plainText } from '../text/plain-text.ts';
import { type PersonWord, readPersonWord, readWord, type Word } from './search-word.ts';
import { isTrade, type TradeCode } from './trade.ts';
import { AVAILABILITY, type Availability, type Sex } from './worker.ts';

/** What an index looks for; `nobody` where the words leave nobody. */
export type Search = { by: 'all' } | { by: 'nobody' } | PersonWord;

export const OUTINGS = ['been', 'never', 'stale'] as const;
/** Been out before, never been out, or said nothing of going for too long. */
export type Outing = (typeof OUTINGS)[number];

/** What else a list is narrowed to; null where it does not matter. Ages are full years today. */
export type Filters = {
  villageId: string | null;
  trade: TradeCode | null;
  certificate: TradeCode | null;
  availability: Availability | null;
  ageFrom: number | null;
  ageTo: number | null;
  outing: Outing | null;
};

export type Query = {
  /** What the index looks for first. */
  search: Search;
  /**
   * Ways in which the words of a name may belong together: somebody is called by one of them. Empty
   * without a name.
   */
  names: NameWord[];
  /** What else was typed of a person, and must hold as well. */
  also: PersonWord[];
  sex: Sex | null;
  group: string | null;
  filters: Filters;
  /** The words of the box, and those that were understood as nothing. */
  words: string[];
  unknown: string[];
};

/** One word, or a name that was typed with spaces in it. */
export function readSearch(typed: string): Search {
  return plainText(typed) === '' ? { by: 'all' } : (readPersonWord(typed) ?? { by: 'nobody' });
}

const BETWEEN = /[\s,，、;；/|+]+/;
const MOST_WORDS = 6;
function wordsOf(typed: string): string[] {
  return [...new Set(plainText(typed).split(BETWEEN).filter(Boolean))].slice(0, MOST_WORDS);
}

function shortened(word: string): string {
  const plain = plainNumber(word);
  return /^\d{12,17}[\dX]$/.test(plain) ? plain.slice(-4) : word;
}

/**
 * A whole ID number that was typed or pasted is cut to its last four digits: it belongs in no
 * address and no saved search.
 */
export function withoutIdNumber(typed: string): string {
  const whole = shortened(typed);
  if (whole !== typed) return whole;
  const words = plainText(typed).split(' ');
  return words.some((word) => shortened(word) !== word) ? words.map(shortened).join(' ') : typed;
}

function whole(text: string | undefined): number | null {
  return /^\d{1,2}$/.test(text ?? '') ? Number(text) : null;
}

export type NameWord = Extract<PersonWord, { by: 'name' | 'pinyin' }>;
function isNameWord(word: Word): word is NameWord {
  return word.by === 'name' || word.by === 'pinyin';
}

/** Words of one name as one: in Chinese characters where all are, by their pinyin otherwise. */
function joined(words: NameWord[]): NameWord {
  if (words.length === 1 && words[0]) return words[0];
  const letters = words.map((word) => (word.by === 'name' ? word.pinyin : word.prefix)).join('');
  return words.every(({ by }) => by === 'name')
    ? { by: 'name', prefix: words.map(({ prefix }) => prefix).join(''), pinyin: letters }
    : { by: 'pinyin', prefix: letters };
}

/**
 * The words for a person as an index can find them: digits are the rarest, then a name, then
 * initials.
 */
function personIn(words: Word[]): Pick<Query, 'search' | 'names' | 'also'> {
  const called = words.filter(isNameWord);
  const [first] = called;
  const orders = called.length === 2 ? [called, called.toReversed()] : [called];
  const names = first ? orders.map(joined) : [];
  const digits = words.filter((word): word is PersonWord => word.by === 'digits');
  const initials = words.filter((word): word is PersonWord => word.by === 'initials');
  // Characters that were typed beside pinyin are more than their sound.
  const characters = names.some(({ by }) => by === 'pinyin')
    ? called.filter(({ by }) => by === 'name')
    : [];
  const [search = { by: 'all' as const }, ...also] = [...digits, ...names.slice(0, 1), ...initials];
  return { search, names, also: [...also.filter((word) => !isNameWord(word)), ...characters] };
}

/** Whether two words say different things of what can only be one: two villages, two trades. */
function contradict(words: Word[]): boolean {
  return (['village', 'trade', 'availability', 'sex', 'group'] as const).some(
    (by) =>
      new Set(words.filter((word) => word.by === by).map((word) => JSON.stringify(word))).size > 1,
  );
}

function said<By extends Word['by']>(words: Word[], by: By): Extract<Word, { by: By }> | undefined {
  return words.find((word): word is Extract<Word, { by: By }> => word.by === by);
}

/**
 * Reads the list's address. One box takes names, pinyin, initials, digits, the name of a village, a
 * trade and the like, several of them in any order; what was also chosen beside it holds as well.
 */
export function readQuery(
  asked: Record<string, string | undefined>,
  villages: { id: string; name: string }[],
  ownVillage: string | null,
): Query {
  const typed = wordsOf(asked['q'] ?? '');
  const words = typed.map((word) => readWord(word, villages));
  const unknown = typed.filter((_, i) => words[i]?.by === 'unknown');
  const village = said(words, 'village')?.id;
  const chosen = asked['village'];
  const isElsewhere = ownVillage !== null && village !== undefined && village !== ownVillage;
  const isNobody = unknown.length > 0 || contradict(words) || isElsewhere;
  const person = personIn(words);
  return {
    ...person,
    search: isNobody ? { by: 'nobody' } : person.search,
    sex: said(words, 'sex')?.sex ?? null,
    group: said(words, 'group')?.group ?? null,
    words: typed,
    unknown,
    filters: {
      villageId: ownVillage ?? village ?? (looksLikeId(chosen ?? '') ? (chosen ?? null) : null),
      trade: said(words, 'trade')?.trade ?? (isTrade(asked['trade']) ? asked['trade'] : null),
      certificate: isTrade(asked['certificate']) ? asked['certificate'] : null,
      availability:
        said(words, 'availability')?.availability ??
        AVAILABILITY.find((each) => each === asked['availability']) ??
        null,
      ageFrom: whole(asked['from']),
      ageTo: whole(asked['to']),
      outing: OUTINGS.find((each) => each === asked['outing']) ?? null,
    },
  };
}
