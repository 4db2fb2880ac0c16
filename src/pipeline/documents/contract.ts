import type { Decision } from '../batch/change.ts';
import { placementOf, type Snapshot } from '../batch/snapshot.ts';
import { activePlacement, one } from '../recruitment/placement.ts';
import type { Lodging, Terms } from '../recruitment/terms.ts';
import type { ContractDifference, ContractState } from './contract-state.ts';

/** What of a labour contract is compared with the terms that the worker agreed to. */
export type ContractTerms = Pick<
  Terms,
  | 'employer'
  | 'site'
  | 'wageBasis'
  | 'payDay'
  | 'hoursPerDay'
  | 'daysPerWeek'
  | 'lodging'
  | 'mealsFen'
  | 'insurance'
  | 'deductions'
> & { wageFen: number; months: number };

function plain(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** From what costs the worker nothing to what they pay for or do not get. */
const LODGING_COST: Record<Lodging, number> = { free: 0, paid: 1, none: 2 };

/**
 * In what a contract is other, or worse, than what was agreed to. A higher wage, shorter hours,
 * fewer days, free lodging or no deductions need no new yes.
 */
export function differencesOf(contract: ContractTerms, terms: Terms): ContractDifference[] {
  const held: [boolean, ContractDifference][] = [
    [plain(contract.employer) !== plain(terms.employer), 'employer'],
    [plain(contract.site) !== plain(terms.site), 'site'],
    [contract.wageBasis !== terms.wageBasis || contract.wageFen < terms.wageLowFen, 'wage'],
    [contract.payDay !== terms.payDay, 'pay_day'],
    [contract.hoursPerDay > terms.hoursPerDay, 'hours'],
    [contract.daysPerWeek > terms.daysPerWeek, 'days'],
    [contract.months !== terms.contractMonths, 'months'],
    [LODGING_COST[contract.lodging] > LODGING_COST[terms.lodging], 'lodging'],
    [contract.mealsFen < terms.mealsFen, 'meals'],
    [contract.insurance !== terms.insurance && contract.insurance !== 'social', 'insurance'],
    [
      contract.deductions !== '' && plain(contract.deductions) !== plain(terms.deductions),
      'deductions',
    ],
  ];
  return held.filter(([differs]) => differs).map(([, difference]) => difference);
}

/** Whether a contract waits for the worker's yes to what is other than agreed, or has their no. */
export function awaitsWorker(contract: ContractState | null): boolean {
  return contract !== null && contract.differences.length > 0 && contract.accepted !== true;
}

/** Signed as agreed, without a difference; whether the worker holds a copy is theirs to say. */
export function asAgreed(signedOn: string): ContractState {
  return {
    signedOn,
    differences: [],
    accepted: true,
    copyHeld: false,
    copyConfirmed: null,
  };
}

type Signed = { signedOn: string; copyHeld: boolean };

/**
 * A labour contract was signed. Where it is as agreed, the paper is in order; where it differs,
 * only once the worker has seen the differences and agreed to them (Labour Contract Law art. 3, 8,
 * 35).
 */
export function recordContract(
  s: Snapshot,
  id: string,
  signed: Signed,
  differences: ContractDifference[],
): Decision {
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  const { p } = found;
  if (p.consentedHash !== s.order.termsHash) return { error: 'consent_first' };
  const accepted = differences.length === 0 ? true : null;
  return one(
    p,
    {
      contract: { ...signed, differences, accepted, copyConfirmed: null },
      papers: { ...p.papers, contract: accepted ? 'verified' : 'submitted' },
    },
    'contract_signed',
    { differences },
  );
}

/**
 * The worker's own word on what is other than agreed. A no leaves the paper undone, and the
 * coordinator is told.
 */
export function answerContract(s: Snapshot, id: string, accepts: boolean): Decision {
  const p = placementOf(s, id);
  if (!p?.contract || !awaitsWorker(p.contract)) return { error: 'wrong_state' };
  return one(
    p,
    {
      contract: { ...p.contract, accepted: accepts },
      papers: { ...p.papers, contract: accepts ? 'verified' : 'rejected' },
    },
    accepts ? 'contract_accepted' : 'contract_refused',
  );
}

/** The worker's own word whether they have a copy of the contract in their hands. */
export function answerCopy(s: Snapshot, id: string, holds: boolean): Decision {
  const p = placementOf(s, id);
  if (!p?.contract) return { error: 'wrong_state' };
  return one(
    p,
    { contract: { ...p.contract, copyConfirmed: holds } },
    holds ? 'copy_confirmed' : 'copy_missing',
  );
}
