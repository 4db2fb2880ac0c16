/** What can go wrong on the way. */
export const INCIDENT_KINDS = [
  'breakdown',
  'missed_connection',
  'illness',
  'left_by_choice',
  'missing',
  'redirected',
  'escort_replaced',
  'other',
] as const;

export type IncidentKind = (typeof INCIDENT_KINDS)[number];
