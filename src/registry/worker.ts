export type Sex = 'female' | 'male';
export const AVAILABILITY = ['wants', 'home', 'away', 'unwilling'] as const;
export type Availability = (typeof AVAILABILITY)[number];
export type NextOfKin = { name: string; relation: string; phone: string };
