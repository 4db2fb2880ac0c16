import type { HeadTold } from '../../src/access/audit-head.ts';
import { paths } from '../../src/paths.ts';
import { Card, More, Notice } from '../components/parts.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { AuditHeads } from './audit-heads.tsx';
import { Action } from '../components/action.tsx';

type Line = {
  seq: number;
  at: number;
  actor: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
};
type Props = {
  lines: Line[];
  sealedTo: number;
  names: { id: string; name: string }[];
  /** Whom or what the lines are about, where it has a name. */
  subjects: { id: string; name: string | null }[];
  more: string | null;
  /** What the leaders were told of the chain, newest first; on the first page only. */
  heads: HeadTold[];
  verification?: { rows: number; seals: number; brokenAfter: number | null };
};

export function AuditBody({ lines, sealedTo, names, subjects, more, heads, verification }: Props) {
  const { t, time } = useReader();
  const who = (actor: string): string => {
    const [kind = '', id = ''] = actor.split(':');
    return names.find((n) => n.id === id)?.name ?? named(t.audit.actors, kind);
  };
  const whom = ({ subject, actor, action, detail }: Line): string => {
    if (typeof detail['name'] === 'string') return detail['name'];
    if (action === 'worker.export' && typeof detail['rows'] === 'number')
      return t.people(detail['rows']);
    // Of oneself it is not said twice.
    if (actor === `account:${subject}`) return '';
    return [...names, ...subjects].find(({ id }) => id === subject)?.name ?? '';
  };
  return (
    <>
      {verification && (
        <Notice look={verification.brokenAfter === null ? 'ok' : 'bad'}>
          {verification.brokenAfter === null
            ? t.audit.whole(verification.rows)
            : t.audit.broken(verification.brokenAfter)}
        </Notice>
      )}
      <Card title={t.audit.title}>
        <p class="sub">{t.audit.explain}</p>
        <Action to={paths.auditVerification} label={t.audit.verify} look="primary" wide />
        <ol class="history">
          {lines.map((line) => (
            <li>
              <time>{time(line.at)}</time>
              <span>
                {[who(line.actor), named(t.audit.actions, line.action), whom(line)]
                  .filter(Boolean)
                  .join(' · ')}{' '}
                <small title={t.audit.sealed}>{line.seq <= sealedTo ? '✓' : '…'}</small>
              </span>
            </li>
          ))}
        </ol>
        <More href={more} />
      </Card>
      <AuditHeads heads={heads} />
    </>
  );
}
