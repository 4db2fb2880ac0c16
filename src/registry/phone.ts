/** A mainland mobile number as 11 digits, without spaces, dashes and +86; null when it is none. */
export const readMobile = (typed: string): string | null => {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^(\+?86)(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
};

export type PhoneError = 'bad_mobile' | 'phone_landline';

/** What comes between two numbers in one cell. */
const BETWEEN = /[,/;、|]|\s{2,}|\n/;
/** What follows a number and is none of its own digits: an extension, with or without a word for it. */
const EXTENSION = /^(\+?86[\s-]*)?(1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})(?=\D).*$/s;
const LANDLINE = /^\(?0\d{2,3}\)?[\s-]?\d{7,8}/;

/**
 * The mobile number in a cell of a list: the first one where there are several, without its extension. Lists write it
 * every way; a landline is told apart because links and messages cannot reach it.
 */
export const readListedPhone = (text: string): string | null | { error: PhoneError } => {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return null;
  for (const part of [typed, ...typed.split(BETWEEN).map((each) => each.trim())]) {
    const mobile = readMobile(part.replace(/\.0+$/, '')) ?? readMobile(EXTENSION.exec(part)?.[2] ?? '');
    if (mobile) return mobile;
  }
  return { error: LANDLINE.test(typed) ? 'phone_landline' : 'bad_mobile' };
};
