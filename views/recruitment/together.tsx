import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { isAsked } from '../../src/pipeline/recruitment/consent.ts';
import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { paths } from '../../src/paths.ts';
import { Form, useIsRefused } from '../components/form.tsx';
import { TermsFacts } from '../demand/terms.tsx';
import { MannerButtons } from './manner-buttons.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Tick } from '../components/tick.tsx';

/** One reading of the terms before several, and a tick for each who said yes. */
export function Together({ s, people, terms }: { s: Snapshot; people: Placement[]; terms: Terms }) {
  const { t } = useReader();
  const asked = people.filter((p) => isAsked(s, p));
  if (asked.length < 2) return null;
  return (
    <details class="card" open={useIsRefused(paths.consents(s.id))}>
      <summary>{t.recruitment.together}</summary>
      <p class="sub">{t.recruitment.togetherWhy}</p>
      <TermsFacts terms={terms} />
      <Form to={paths.consents(s.id)}>
        <ul class="people ticks">
          {asked.map((p) => (
            <li>
              <Tick name="people" value={p.id} label={<span class="name">{p.name}</span>} />
            </li>
          ))}
        </ul>
        <MannerButtons hash={s.order.termsHash} />
      </Form>
    </details>
  );
}
