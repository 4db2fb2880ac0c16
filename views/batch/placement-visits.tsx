import { isAnswered } from '../../src/pipeline/follow-up/visit.ts';
import { paths } from '../../src/paths.ts';
import { Card, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { PlacementView } from './placement-view.ts';

/** What came of a visit, or that it is due. */
function VisitTag({ v }: { v: PlacementView['visits'][number] }) {
  const { t } = useReader();
  if (v.outcome === null) return v.open === 1 ? <Tag>{t.visits.due}</Tag> : <></>;
  if (v.open === null && !isAnswered(v.outcome)) return <Tag>{t.visits.closed}</Tag>;
  const look = v.outcome === 'done' ? 'ok' : 'wait';
  return <Tag look={look}>{t.codes.visitOutcome[v.outcome]}</Tag>;
}

export function Visits({ visits, cases }: PlacementView) {
  const { t, day, money } = useReader();
  if (visits.length === 0) return null;
  return (
    <Card title={t.visits.title}>
      <ul class="lines">
        {visits.map((v) => (
          <li>
            <a href={paths.visit(v.id)}>
              {t.codes.visit[v.kind]} · {day(v.dueOn)}
            </a>{' '}
            <VisitTag v={v} />
            {v.paidFen !== null && (
              <Tag look={v.paidFen > 0 ? 'ok' : 'bad'}>{t.visits.paid(money(v.paidFen))}</Tag>
            )}
          </li>
        ))}
        {cases.map((one) => (
          <li>
            <a href={paths.case(one.id)}>
              {t.codes.caseKind[one.kind]} · {t.codes.caseState[one.state]}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
