export const CONCLUSIONS = ['fit', 'fit_restricted', 'recheck', 'unfit', 'no_show'] as const;

export type Conclusion = (typeof CONCLUSIONS)[number];

export type HealthState = 'none' | 'booked' | Conclusion;

export const RESTRICTIONS = [
  'no_heights',
  'no_nights',
  'no_heavy_lifting',
  'no_dust',
  'no_noise',
] as const;

export type Restriction = (typeof RESTRICTIONS)[number];

/** Their own word on the day whether they can travel. */
export const TRAVEL_FIT = ['yes', 'no'] as const;

export type TravelFit = (typeof TRAVEL_FIT)[number];

/** What clinics concluded of somebody, and what they say themselves on the day. */
export type Examined = {
  health: HealthState;
  restriction: Restriction | null;
  healthUntil: string | null;
  recheckBy: string | null;
  travelFit: TravelFit | null;
};

export const notExamined: Examined = {
  health: 'none',
  restriction: null,
  healthUntil: null,
  recheckBy: null,
  travelFit: null,
};

/** Whether a clinic let them go, with or without a restriction. */
export function hasPassed(p: Pick<Examined, 'health'>): boolean {
  return p.health === 'fit' || p.health === 'fit_restricted';
}
