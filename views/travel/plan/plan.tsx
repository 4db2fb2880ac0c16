import type { PlanFault } from '../../../src/pipeline/travel/plan/plan.ts';
import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { isOfTheRoad, planFaults, restsNeeded } from '../../../src/pipeline/travel/plan/plan.ts';
import { paths } from '../../../src/paths.ts';
import { FormKey, type Typed } from '../../components/form.tsx';
import { Card, Empty, Tag } from '../../components/parts.tsx';
import { useReader } from '../../i18n/reader.ts';
import { LegFields } from './leg-form.tsx';
import { type LegLine, LegText } from './legs.tsx';
import { travels } from '../../../src/pipeline/batch/placement.ts';
import { Action } from '../../components/action.tsx';

type Props = {
  s: Snapshot;
  legs: LegLine[];
  escorts: { id: string }[];
  mayWrite: boolean;
  typed: Typed;
};

function PlannedLine({
  leg,
  faults,
  mayChange,
  s,
}: Pick<Props, 's'> & { leg: LegLine; faults: PlanFault[]; mayChange: boolean }) {
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
        <span class="row">
          {leg.mode === 'train' && (
            <a class="btn quiet" href={paths.tickets(s.id, leg.id)}>
              {t.tickets.title}
            </a>
          )}
          <a class="btn quiet" href={paths.legReplacement(s.id, leg.id)}>
            {w.changeLeg}
          </a>
          <Action to={paths.legRemoval(s.id, leg.id)} label={w.removeLeg} look="quiet" />
        </span>
      )}
    </li>
  );
}

/**
 * The way: each vehicle with its driver, what is wrong with the plan and which law says so, and
 * another leg.
 */
export function Plan({ s, legs, escorts, mayWrite, typed }: Props) {
  const { t, money } = useReader();
  const w = t.travel;
  const riders = s.placements.filter((p) => travels(p) && !p.captain).length + escorts.length;
  const faults = legs.length === 0 ? [] : planFaults(legs, riders);
  const cost = legs.reduce((sum, leg) => sum + leg.costFen, 0);
  const mayChange = mayWrite && s.status === 'open' && s.handedOverAt === null;
  return (
    <Card title={w.plan}>
      {legs.length === 0 ? (
        <Empty>{w.noLeg}</Empty>
      ) : (
        <ol class="legs">
          {legs.map((leg) => (
            <PlannedLine leg={leg} faults={faults} mayChange={mayChange} s={s} />
          ))}
        </ol>
      )}
      {cost > 0 && (
        <p class="sub">
          {w.cost(money(cost))} · <a href={paths.costs(s.id)}>{t.costs.title}</a>
        </p>
      )}
      {s.lockedAt !== null && s.planVersion > 1 && (
        <Tag look="wait">{w.version(s.planVersion)}</Tag>
      )}
      {mayChange && (
        <details open={Object.keys(typed.errors).length > 0}>
          <summary>{w.addLeg}</summary>
          <form method="post" action={paths.legs(s.id)}>
            <FormKey />
            <LegFields s={s} typed={typed} />
            <button class="btn primary wide">{t.save}</button>
          </form>
        </details>
      )}
    </Card>
  );
}
