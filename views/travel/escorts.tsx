import { travels } from '../../src/pipeline/batch/placement.ts';
import type { EscortView, EscortProps } from './escort-view.ts';
import { ESCORT_ROLES, type EscortRole } from '../../src/pipeline/travel/manifest.ts';
import { paths } from '../../src/paths.ts';
import { FormKey } from '../components/form.tsx';
import { Call, Card, Empty, LinkButton, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';
import { Who } from './escort-who.tsx';
import { Choice, options } from '../components/choice.tsx';
import { Replacement } from './escort-replacement.tsx';
import { AddCaptain } from './add-captain.tsx';

/** How many vehicles leave side by side, at the most. */
function vehicles(legs: EscortProps['legs']): number {
  return Math.max(
    1,
    ...[...Map.groupBy(legs, (leg) => `${leg.fromPlace}\n${leg.toPlace}`).values()].map(
      (some) => some.length,
    ),
  );
}

function EscortLine({
  e,
  s,
  planSeen,
  mayWrite,
  viewer,
  mayChange,
  accounts,
  replacing,
}: Pick<EscortProps, 's' | 'planSeen' | 'mayWrite' | 'viewer' | 'accounts' | 'replacing'> & {
  e: EscortView;
  mayChange: boolean;
}) {
  const { t } = useReader();
  const w = t.travel;
  return (
    <li class="line">
      <span>
        <span class="name">{e.name}</span> <Tag>{t.codes.escortRole[e.role]}</Tag>
        {s.lockedAt !== null && s.planVersion > 1 && (
          <Tag look={(planSeen.get(e.id) ?? 0) >= s.planVersion ? 'ok' : 'wait'}>
            {(planSeen.get(e.id) ?? 0) >= s.planVersion ? w.planSeen : w.planNotSeen}
          </Tag>
        )}
      </span>
      <span class="row tags">
        <Call phone={e.phone} name={e.name} />
        {mayWrite && (
          <LinkButton linkId={e.linkId} purpose="escort" subjectId={e.id} batchId={s.id} />
        )}
        {e.accountId === viewer && s.status === 'open' && s.handedOverAt === null && (
          <Action to={paths.escortOwnPhone(s.id, e.id)} label={w.ownPhone} look="primary" />
        )}
      </span>
      {mayChange && (
        <Replacement
          batchId={s.id}
          escort={e}
          accounts={accounts}
          typed={replacing(e.id)}
          scope={e.id}
        />
      )}
    </li>
  );
}

/**
 * Who rides along: staff of the town and workers who agreed, each with a link; and whether they are
 * enough.
 */
export function Escorts(props: EscortProps) {
  const { s, escorts, legs, planSeen, accounts, viewer, mayWrite, typed, captain, replacing } =
    props;
  const { t } = useReader();
  const w = t.travel;
  const having = (role: EscortRole) => escorts.filter((e) => e.role === role).length;
  const count = vehicles(legs);
  const short = {
    cadre: count * s.figures.cadresPerVehicle - having('cadre'),
    captain: count * s.figures.captainsPerVehicle - having('captain'),
  };
  const free = s.placements.filter((p) => travels(p) && !p.captain);
  const mayChange = mayWrite && s.status === 'open' && s.handedOverAt === null;
  return (
    <Card title={w.escorts}>
      {escorts.length === 0 && <Empty>{w.noEscort}</Empty>}
      <ul class="people">
        {escorts.map((e) => (
          <EscortLine
            e={e}
            s={s}
            planSeen={planSeen}
            mayWrite={mayWrite}
            viewer={viewer}
            mayChange={mayChange}
            accounts={accounts}
            replacing={replacing}
          />
        ))}
      </ul>
      {mayChange && (short.cadre > 0 || short.captain > 0) && (
        <p class="late">
          {[
            short.cadre > 0 && w.cadresShort(short.cadre),
            short.captain > 0 && w.captainsShort(short.captain),
          ]
            .filter(Boolean)
            .join(t.listComma)}
        </p>
      )}
      <AddCaptain mayChange={mayChange} free={free} captain={captain} s={s} />
      {mayChange && (
        <details open={Object.keys(typed.errors).length > 0}>
          <summary>{w.addEscort}</summary>
          <form method="post" action={paths.escorts(s.id)}>
            <FormKey />
            <Who accounts={accounts} typed={typed} />
            <Choice
              name="role"
              label={w.role}
              typed={typed}
              options={options(t.codes.escortRole, ESCORT_ROLES)}
            />
            <button class="btn primary wide">{t.save}</button>
          </form>
        </details>
      )}
    </Card>
  );
}
