import { paths } from '../../src/paths.ts';
import { Card, Empty, More, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Case } from './case-view.ts';

type People = Map<string, { name: string; phone: string }>;

export function CaseListBody({
  cases,
  people,
  more,
}: {
  cases: Case[];
  people: People;
  more: string | null;
}) {
  const { t, money } = useReader();
  return (
    <Card title={t.cases.title}>
      {cases.length === 0 ? (
        <Empty>{t.cases.none}</Empty>
      ) : (
        <ul class="people">
          {cases.map((one) => (
            <li>
              <a href={paths.case(one.id)}>
                <span class="name">{people.get(one.placementId)?.name}</span>
                <span class="tags">
                  <Tag look="bad">{t.codes.caseKind[one.kind]}</Tag>
                  <Tag>{t.codes.caseState[one.state]}</Tag>
                  <Tag>{`${money(one.recoveredFen)} / ${money(one.claimedFen)}`}</Tag>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <More href={more} />
    </Card>
  );
}
