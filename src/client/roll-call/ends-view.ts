import type { RosterPerson } from '../../pipeline/travel/roll-call/phone-roster.ts';
import { sitsIn, isDone } from './line-view.ts';
import {
  calledIn,
  mayTakeBackDeparture,
  shownOf,
} from '../../pipeline/travel/roll-call/on-the-phone.ts';
import type { Reading } from './reading.ts';
import type { EndsView } from '../../../views/travel/phone/ends-view.ts';

function arrivedUnsigned(r: Reading, vehicle: string): RosterPerson[] {
  return calledIn(r.roster, 'arrival', r.own).filter(
    (p) => sitsIn(p, vehicle) && !r.signed.has(p.id) && shownOf(p, 'arrival', r.own) === 'arrived',
  );
}

function handoverOf(r: Reading, vehicle: string): EndsView {
  return {
    kind: 'handover',
    arrived: arrivedUnsigned(r, vehicle).map(({ id, name }) => ({ id, name })),
    reasons: r.w.reasons,
  };
}

export function endsOf(r: Reading): EndsView {
  const { roster, own, steps, looking } = r;
  if (roster.lockedAt === null || steps.handedOver) return { kind: 'none' };
  if (!steps.departed) {
    const people = calledIn(roster, 'boarding', own);
    const open = people.filter((p) => !isDone(r, p, 'boarding')).length;
    const boarded = people.filter((p) => shownOf(p, 'boarding', own) === 'boarded').length;
    return boarded > 0 ? { kind: 'depart', open, boarded } : { kind: 'none' };
  }
  const travelling = calledIn(roster, 'arrival', own);
  const isComplete = (vehicle: string) =>
    travelling.every((p) => !sitsIn(p, vehicle) || isDone(r, p, 'arrival'));
  const isSigned = looking.vehicle !== '' && arrivedUnsigned(r, looking.vehicle).length === 0;
  if (steps.arrived) return isSigned ? { kind: 'none' } : handoverOf(r, looking.vehicle);
  if (
    looking.vehicle !== '' &&
    isComplete(looking.vehicle) &&
    arrivedUnsigned(r, looking.vehicle).length > 0
  )
    return handoverOf(r, looking.vehicle);
  if (travelling.length > 0 && isComplete('')) return { kind: 'arrive' };
  return mayTakeBackDeparture(roster, own) ? { kind: 'departed' } : { kind: 'none' };
}
