import { paths } from '../../src/paths.ts';
import { Card, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';
import { AddRobot } from './add-robot.tsx';
import type { RobotsProps } from './robots-view.ts';

/** The group robots and what became of the last deliveries. */
export function Robots({ robots, deliveries, typed }: RobotsProps) {
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
