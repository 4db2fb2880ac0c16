import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { WorkerPageProps } from './worker-page-view.ts';

export function Cases({ person }: Pick<WorkerPageProps, 'person'>) {
  const { t, money } = useReader();
  if (!(person.cases.length > 0)) return null;
  return (
    <Card title={t.cases.title}>
      <ul class="lines">
        {person.cases.map((one) => (
          <li>
            <a href={paths.case(one.id)}>
              {t.codes.caseKind[one.kind]} · {t.codes.caseState[one.state]} ·{' '}
              {money(one.recoveredFen)} / {money(one.claimedFen)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
