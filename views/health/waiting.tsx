import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { HealthProps } from './health-view.ts';
import { Tick } from '../components/tick.tsx';

export function Waiting({
  waiting,
  chosen,
  villageOf,
}: Pick<HealthProps, 'villageOf'> & { waiting: Placement[]; chosen: Set<string> }) {
  const { t } = useReader();
  return (
    <fieldset>
      <legend>{t.health.who(waiting.length)}</legend>
      <ul class="people ticks">
        {waiting.map((p) => (
          <li>
            <Tick
              name="people"
              value={p.id}
              checked={chosen.has(p.id)}
              label={
                <>
                  <span class="name">{p.name}</span>
                  <span class="tags">
                    <Tag>{villageOf(p.workerId)}</Tag>
                    {p.health !== 'none' && <Tag look="wait">{t.codes.health[p.health]}</Tag>}
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
