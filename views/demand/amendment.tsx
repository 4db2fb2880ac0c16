import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { paths } from '../../src/paths.ts';
import { FormKey, type Typed } from '../components/form.tsx';
import { Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { TermsFields } from './order-form.tsx';
import { valuesOf } from './order-values.ts';

type AmendmentProps = {
  order: { id: string; headcount: number; startsOn: string; terms: Terms };
  countered: { headcount: number; startsOn: string } | null;
  typed: Typed;
};

/** A new version of an order, filled in with the old one and with what the employer countered. */
export function AmendmentBody({ order, countered, typed }: AmendmentProps) {
  const { t, day } = useReader();
  const start = valuesOf(
    order.terms,
    countered?.headcount ?? order.headcount,
    countered?.startsOn ?? order.startsOn,
  );
  return (
    <form method="post" action={paths.amendment(order.id)} class="card">
      <FormKey value={typed.values['key']} />
      {countered && (
        <Notice look="wait">
          {t.orders.countered(countered.headcount, day(countered.startsOn))}
        </Notice>
      )}
      <p class="sub">{t.orders.amendWhy}</p>
      <TermsFields typed={{ values: { ...start, ...typed.values }, errors: typed.errors }} />
      <button class="btn primary wide">{t.orders.amendButton}</button>
    </form>
  );
}
