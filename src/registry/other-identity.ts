/**
 * Numbers of papers that are no identity card and are written in its place: told by their own name.
 */
export const OTHER_IDENTITIES = [
  'id_old_residence_card',
  'id_hong_kong_macao_pass',
  'id_taiwan_pass',
  'id_taiwan_or_home_pass',
  'id_passport',
  'id_credit_code',
  'id_is_mobile',
  'id_masked',
] as const;
export type OtherIdentity = (typeof OTHER_IDENTITIES)[number];

/**
 * How each is written, without brackets, tried in this order: the permanent residence card until
 * 2023 (country, 12 digits); the mainland travel permit of people from Hong Kong and Macao (H or M,
 * 8 digits, 2 for the renewal) and from Taiwan (8 or 10 digits, a letter after the first ones);
 * passports (a letter or two and digits); and other numbers.
 */
const SHAPES: readonly (readonly [OtherIdentity, RegExp])[] = [
  ['id_masked', /^\d{2,14}[*X#?]{2,}[\dX]*$/],
  ['id_is_mobile', /^(\+?86)?1[3-9]\d{9}$/],
  ['id_old_residence_card', /^[A-Z]{3}\d{12}$/],
  ['id_hong_kong_macao_pass', /^[HM](\d{8}|\d{10})$/],
  ['id_taiwan_pass', /^(T\d{8,9}|\d{8}[A-Z]|\d{10}[A-Z])$/],
  ['id_taiwan_or_home_pass', /^(\d{8}|\d{10})$/],
  ['id_passport', /^([A-Z]{1,2}\d{6,8}|[A-Z]{2}\d{9}|[A-Z]\d{9}|\d{9}|[A-Z]\d{2}[A-Z]\d{5})$/],
  ['id_credit_code', /^9[1-3][0-9A-HJ-NP-RT-UW-Y]{16}$/],
];

/** Which other paper's number it is, by how it is written; null where it is like none. */
export function otherIdentity(number: string): OtherIdentity | null {
  return SHAPES.find(([, shape]) => shape.test(number))?.[0] ?? null;
}
