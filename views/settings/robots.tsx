import { ROBOT_KINDS, type RobotKind } from '../../src/notices/robot.ts';
import { paths } from '../../src/paths.ts';
import { Choice, Field, FormKey, options, type Typed } from '../components/form.tsx';
import { Card, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';

export type RobotLine = { id: string; name: string; kind: RobotKind; enabled: boolean };
export type DeliveryLine = {
  deliveredAt: number | null;
  attempts: number;
  nextAt: number | null;
  lastError: string | null;
  createdAt: number;
};
type Props = { robots: RobotLine[]; deliveries: DeliveryLine[]; typed: Typed };

function AddRobot({ typed }: Pick<Props, 'typed'>) {
  const { t } = useReader();
  const w = t.settings;
  return (
    <details open={Object.keys(typed.errors).length > 0}>
      <summary>{w.addRobot}</summary>
      <form method="post" action={paths.robots}>
        <FormKey />
        <Choice
          name="kind"
          label={w.robotKind}
          typed={typed}
          options={options(t.codes.robot, ROBOT_KINDS)}
        />
        <Field name="name" scope="robot" label={w.robotName} typed={typed} />
        <Field
          name="url"
          scope="robot"
          label={w.robotUrl}
          typed={typed}
          type="url"
          autocomplete="off"
        />
        <Field
          name="secret"
          label={w.robotSecret}
          hint={w.robotSecretHint}
          typed={typed}
          required={false}
          autocomplete="off"
        />
        <button class="btn primary wide">{t.save}</button>
      </form>
    </details>
  );
}

/** The group robots and what became of the last deliveries. */
export function Robots({ robots, deliveries, typed }: Props) {
  const { t, time } = useReader();
  const w = t.settings;
  return (
    <Card title={w.robots} id="robots">
      <p class="sub">{w.robotsWhy}</p>
      <ul class="lines">
        {robots.map((r) => (
          <li>
            <b>{r.name}</b> {t.codes.robot[r.kind]}{' '}
            <Tag look={r.enabled ? 'ok' : undefined}>{r.enabled ? w.on : w.off}</Tag>
            <div class="row">
              <Action to={paths.robotTest(r.id)} label={w.test} />
              <Action
                to={paths.robotState(r.id)}
                label={r.enabled ? w.turnOff : w.turnOn}
                fields={{ enabled: r.enabled ? '' : 'yes' }}
              />
            </div>
          </li>
        ))}
      </ul>
      {deliveries.length > 0 && (
        <ol class="history">
          {deliveries.map((d) => (
            <li>
              <time>{time(d.createdAt)}</time>
              <span>
                {d.deliveredAt && w.delivered}
                {!d.deliveredAt && d.nextAt && w.waiting(d.attempts, d.lastError ?? '')}
                {!d.deliveredAt && !d.nextAt && w.givenUp(d.lastError ?? '')}
              </span>
            </li>
          ))}
        </ol>
      )}
      <AddRobot typed={typed} />
    </Card>
  );
}
