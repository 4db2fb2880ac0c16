import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Person } from './person-view.ts';
import { Action } from '../components/action.tsx';

export function OwnLink({ person }: { person: Person }) {
  const { t } = useReader();
  return (
    <Card title={t.workers.ownLink}>
      <p class="sub">{t.workers.ownLinkWhy}</p>
      {person.link && (
        <a class="btn primary wide" href={paths.linkText(person.link.id)}>
          {t.forward.open}
        </a>
      )}
      <Action
        to={paths.links}
        label={person.link ? t.link.renew : t.link.issue}
        look={person.link ? 'plain' : 'primary'}
        fields={{ purpose: 'worker', subjectId: person.worker.id }}
        wide
      />
    </Card>
  );
}
