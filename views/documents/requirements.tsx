import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { REQUIREMENT_TEMPLATES } from '../../src/pipeline/documents/requirement.ts';
import { paths } from '../../src/paths.ts';
import { Form, useIsRefused } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { Tick } from '../components/tick.tsx';
import { PAPER_KINDS } from '../../src/pipeline/documents/paper-kind.ts';

export function Requirements({ s }: { s: Snapshot }) {
  const { t } = useReader();
  return (
    <details class="card" open={useIsRefused(paths.requirements(s.id))}>
      <summary>{t.documents.requirements}</summary>
      <Form to={paths.requirements(s.id)}>
        {PAPER_KINDS.map((each) => (
          <Tick
            name="kinds"
            value={each}
            label={t.codes.paper[each]}
            checked={s.requirements.includes(each)}
          />
        ))}
        <button class="btn wide">{t.save}</button>
      </Form>
      <p class="sub">{t.documents.templates}</p>
      <ul class="lines">
        {REQUIREMENT_TEMPLATES.map(({ code, kinds }) => (
          <li>
            <b>{t.codes.requirement[code]}</b>{' '}
            {kinds.map((each) => t.codes.paper[each]).join(t.nameComma)}
          </li>
        ))}
      </ul>
    </details>
  );
}
