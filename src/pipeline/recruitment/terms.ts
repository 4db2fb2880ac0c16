/**
 * What a worker agrees to. Everything they may have to give up or can count on is in here; nothing
 * else is binding.
 */
export type Terms = {
  employer: string;
  trade: string;
  site: string;
  wageBasis: WageBasis;
  wageLowFen: number;
  wageHighFen: number;
  /** Day of the month on which wages are paid, 1-31. */
  payDay: number;
  hoursPerDay: number;
  daysPerWeek: number;
  lodging: Lodging;
  mealsFen: number;
  insurance: Insurance;
  deductions: string;
  hazards: string;
  contractMonths: number;
  startsOn: string;
};

export const WAGE_BASES = ['monthly', 'daily', 'hourly', 'piece'] as const;
export type WageBasis = (typeof WAGE_BASES)[number];
export const LODGINGS = ['free', 'paid', 'none'] as const;
export type Lodging = (typeof LODGINGS)[number];
export const INSURANCES = ['social', 'injury', 'accident'] as const;
export type Insurance = (typeof INSURANCES)[number];

/**
 * The SHA-256 (hex) of the terms in a fixed order of their fields: equal terms have equal hashes.
 */
export async function hashTerms(terms: Terms): Promise<string> {
  const canonical = JSON.stringify(Object.entries(terms).sort(([a], [b]) => (a < b ? -1 : 1)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const CONSENT_MANNERS = ['link', 'paper', 'spoken'] as const;
export type ConsentManner = (typeof CONSENT_MANNERS)[number];
