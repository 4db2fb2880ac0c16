import { planFaults } from '../../../src/pipeline/travel/plan/plan.ts';
import { paths } from '../../../src/paths.ts';
import { FormKey } from '../../components/form.tsx';
import { Card, Empty, Tag } from '../../components/parts.tsx';
import { useReader } from '../../i18n/reader.ts';
import { LegFields } from './leg-form.tsx';
import { travels } from '../../../src/pipeline/batch/placement.ts';
import { PlannedLine } from './planned-line.tsx';
import type { PlanProps } from './plan-view.ts';

/**
 * The way: each vehicle with its driver, what is wrong with the plan and which law says so, and
 * another leg.
 */
export function Plan({ s, legs, escorts, mayWrite, typed }: PlanProps) {
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
