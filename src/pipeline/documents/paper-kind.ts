export const PAPER_KINDS = [
  'id_card',
  'contract',
  'insurance',
  'photo',
  'bank_account',
  'health_certificate',
  'trade_certificate',
  'occupational_exam',
  'police_check',
  'residence_permit',
] as const;

export type PaperKind = (typeof PAPER_KINDS)[number];
