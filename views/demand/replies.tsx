import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { OrderProps } from './order-view.ts';

export function Replies({ replies }: Pick<OrderProps, 'replies'>) {
  const { t, time, day } = useReader();
  return (
    <Card title={t.orders.replies}>
      {replies.length === 0 ? (
        <Empty>{t.orders.noReply}</Empty>
      ) : (
        <ol class="history">
          {replies.map((r) => (
            <li>
              <time>{time(r.at)}</time>
              <span>
                {t.orders.reply[r.kind](r.headcount, day(r.startsOn))}
                {r.reason && <> ({t.codes.declineReason[r.reason]})</>} · {r.name} {r.phone}
                {r.note && <q>{r.note}</q>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
