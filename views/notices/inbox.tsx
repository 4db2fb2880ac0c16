import type { NoticeDetail, NoticeKind } from '../../src/notices/notice.ts';
import { paths } from '../../src/paths.ts';
import { Card, Empty, More } from '../components/parts.tsx';
import { sentenceOf } from '../i18n/detail.ts';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';

export type InboxLine = {
  id: string;
  kind: NoticeKind;
  batchId: string | null;
  detail: NoticeDetail;
  createdAt: number;
  readAt: number | null;
};

/** Where what a notice tells of is to be seen. */
function placeOf({ kind, batchId }: InboxLine): string {
  if (kind === 'audit_head') return paths.audit;
  return batchId ? paths.batch(batchId) : paths.today;
}

export function InboxBody({ lines, more }: { lines: InboxLine[]; more: string | null }) {
  const { t, time, day } = useReader();
  return (
    <Card title={t.inbox.title}>
      {lines.some((line) => line.readAt === null) && (
        <Action to={paths.inboxRead} label={t.inbox.markRead} wide />
      )}
      {lines.length === 0 ? (
        <Empty>{t.inbox.empty}</Empty>
      ) : (
        <ul class="lines">
          {lines.map((line) => (
            <li class={line.readAt === null ? 'unread' : undefined}>
              <a href={placeOf(line)}>
                {line.readAt === null && <span class="visually-hidden">{t.inbox.unread} </span>}
                <b>{line.detail.code}</b>{' '}
                {sentenceOf(t.notices[line.kind], line.detail, { day, time })}
              </a>
              <time>{time(line.createdAt)}</time>
            </li>
          ))}
        </ul>
      )}
      <More href={more} />
    </Card>
  );
}
