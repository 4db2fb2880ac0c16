import { type HeadTold, isInChain } from '../../src/access/audit-head.ts';
import { Card, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

/** What the leaders were told day by day, and whether the chain still runs through it. */
export function AuditHeads({ heads }: { heads: HeadTold[] }) {
  const { t, day } = useReader();
  if (heads.length === 0) return null;
  return (
    <Card title={t.audit.heads} id="heads">
      <p class="sub">{t.audit.headsWhy}</p>
      <ul class="lines">
        {heads.map((head) => (
          <li>
            <b>{day(head.day)}</b> {t.audit.headLine(head.lastSeq, head.mark)}{' '}
            <Tag look={isInChain(head) ? 'ok' : 'bad'}>
              {isInChain(head) ? t.audit.headHolds : t.audit.headLost}
            </Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
}
