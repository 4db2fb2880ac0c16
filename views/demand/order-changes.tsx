import type { LastKnown } from '../../src/pipeline/demand/last-known.ts';
import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { changedTerms } from './term-lines.ts';

type Props = { order: { headcount: number; terms: Terms }; known: LastKnown };

/** What of an order reads otherwise than when its employer knew it last; or that nothing does. */
export function OrderChanges({ order, known }: Props) {
  const reader = useReader();
  const { t, time } = reader;
  const w = t.employerLink;
  const since = w.since[known.how](time(known.at));
  const changed = [
    ...(known.headcount === order.headcount ? [] : [w.headcount]),
    ...changedTerms(known.terms, order.terms, reader),
  ];
  return changed.length === 0 ? (
    <Notice>{w.sameAs(since)}</Notice>
  ) : (
    <Notice look="wait">{w.changed(since, changed.join(t.nameComma))}</Notice>
  );
}
