import { useReader } from '../i18n/reader.ts';
import { Half } from './receipt-half.tsx';
import type { ReceiptProps } from './receipt-view.ts';

/** A receipt in two halves: one for the owner of the paper, one for the station. */
export function ReceiptBody(props: ReceiptProps) {
  const { t } = useReader();
  return (
    <article class="paper stack">
      <button type="button" class="btn wide no-print" data-print hidden>
        {t.receipt.print}
      </button>
      <Half {...props} whose={t.receipt.forOwner} />
      <Half {...props} whose={t.receipt.forStation} />
    </article>
  );
}
