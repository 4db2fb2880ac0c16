import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { isSelected } from '../../src/pipeline/batch/snapshot.ts';
import { LEG_MODES } from '../../src/pipeline/travel/manifest.ts';
import { isOfTheRoad, planFaults, restsNeeded } from '../../src/pipeline/travel/plan.ts';
import { paths } from '../../src/paths.ts';
import { Action, Choice, Field, FormKey, options, Tick, type Typed } from '../components/form.tsx';
import { Card, Empty, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { type LegLine, LegText } from './legs.tsx';

type Props = {
  s: Snapshot;
  legs: LegLine[];
  escorts: { id: string }[];
  mayWrite: boolean;
  typed: Typed;
};

/** The way: each vehicle with its driver, what is wrong with the plan and which law says so, and another leg. */
export const Plan = ({ s, legs, escorts, mayWrite, typed }: Props) => {
  const { t, money } = useReader();
  const w = t.travel;
  const riders = s.placements.filter((p) => isSelected(p) && !p.captain).length + escorts.length;
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
              {mayChange && <Action to={paths.legRemoval(s.id, leg.id)} label={w.removeLeg} look="quiet" />}
            </li>
          ))}
        </ol>
      )}
      {cost > 0 && <p class="sub">{w.cost(money(cost))}</p>}
      {s.lockedAt !== null && s.planVersion > 1 && <Tag look="wait">{w.version(s.planVersion)}</Tag>}
      {mayChange && (
        <details open={Object.keys(typed.errors).length > 0}>
          <summary>{w.addLeg}</summary>
          <form method="post" action={paths.legs(s.id)}>
            <FormKey />
            <Choice name="mode" label={w.mode} typed={typed} options={options(t.codes.legMode, LEG_MODES)} />
            <Field name="vehicle" label={w.vehicle} typed={typed} />
            <div class="pair">
              <Field name="fromPlace" label={w.from} typed={typed} />
              <Field name="toPlace" label={w.to} typed={typed} />
            </div>
            <Field
              name="departsAt"
              label={w.departsAt}
              typed={typed}
              type="datetime-local"
              value={`${s.departsOn}T08:00`}
            />
            <Field
              name="arrivesAt"
              label={w.arrivesAt}
              typed={typed}
              type="datetime-local"
              value={`${s.departsOn}T18:00`}
            />
            <Field name="seats" label={w.seatCount} typed={typed} inputmode="numeric" value={s.headcount + 3} />
            <div class="pair">
              <Field name="driver" label={w.driver} typed={typed} required={false} autocomplete="off" />
              <Field
                name="driverPhone"
                label={w.driverPhone}
                typed={typed}
                type="tel"
                inputmode="tel"
                required={false}
                autocomplete="off"
              />
            </div>
            <Field name="secondDriver" label={w.secondDriver} typed={typed} required={false} autocomplete="off" />
            <Field name="rests" label={w.rests} hint={w.restsHint} typed={typed} inputmode="numeric" required={false} />
            <Tick name="nightStop" label={w.nightStop} checked={typed.values['nightStop'] === 'yes'} />
            <Tick name="ticketed" label={w.ticketed} checked={typed.values['ticketed'] === 'yes'} />
            <Field name="cost" label={w.costOf} typed={typed} inputmode="decimal" required={false} />
            <Field name="help" label={w.help} hint={w.helpHint} typed={typed} required={false} />
            <button class="btn primary wide">{t.save}</button>
          </form>
        </details>
      )}
    </Card>
  );
};
