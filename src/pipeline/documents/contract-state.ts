export const CONTRACT_DIFFERENCES = [
  'employer',
  'site',
  'wage',
  'pay_day',
  'hours',
  'days',
  'months',
  'lodging',
  'meals',
  'insurance',
  'deductions',
] as const;

export type ContractDifference = (typeof CONTRACT_DIFFERENCES)[number];

/**
 * A contract as the rules see it. `accepted` is the worker's own word on the differences; null
 * while it is awaited.
 */
export type ContractState = {
  signedOn: string;
  differences: ContractDifference[];
  accepted: boolean | null;
  /**
   * Whether the worker has a copy of their own (Labour Contract Law art. 16): as the station noted,
   * and as they say.
   */
  copyHeld: boolean;
  copyConfirmed: boolean | null;
};
