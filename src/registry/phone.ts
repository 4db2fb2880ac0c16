/** A mainland mobile number as 11 digits, without spaces, dashes and +86; null when it is none. */
export const readMobile = (typed: string): string | null => {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^(\+?86)(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
};
