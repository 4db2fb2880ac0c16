import {
  type PlanFault,
  isOfTheRoad,
  restsNeeded,
} from '../../../src/pipeline/travel/plan/plan.ts';
import { paths } from '../../../src/paths.ts';
import { useReader } from '../../i18n/reader.ts';
import { type LegLine, LegText } from './legs.tsx';
import { Action } from '../../components/action.tsx';
import type { PlanProps } from './plan-view.ts';

export function PlannedLine({
  leg,
  faults,
  mayChange,
  s,
}: Pick<PlanProps, 's'> & { leg: LegLine; faults: PlanFault[]; mayChange: boolean }) {
  const { t } = useReader();
  const w = t.travel;
  return (
    <li>
      <LegText leg={leg} />
      {faults
        .filter((fault) => fault.legId === leg.id)
        .map(({ code, count, source }) => (
          <span class="late">
            {w.fault[code](count)}
            {source && <span class="sub"> {t.codes.drivingSource[source]}</span>}
          </span>
        ))}
      {isOfTheRoad(leg) && <span class="sub">{w.restsPlanned(leg.rests, restsNeeded(leg))}</span>}
      {mayChange && (
        <div class="row">
          {leg.mode === 'train' && (
            <a class="btn quiet" href={paths.tickets(s.id, leg.id)}>
              {t.tickets.title}
            </a>
          )}
          <a class="btn quiet" href={paths.legReplacement(s.id, leg.id)}>
            {w.changeLeg}
          </a>
          <Action to={paths.legRemoval(s.id, leg.id)} label={w.removeLeg} look="quiet" />
        </div>
      )}
    </li>
  );
}
