import { useWhen } from '../batch/when.ts';
import { Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { ReceiptProps } from './receipt-view.ts';

export function Half({
  loan,
  name,
  last4,
  town,
  code,
  employer,
  days,
  whose,
}: ReceiptProps & { whose: string }) {
  const { t, time, day } = useReader();
  const when = useWhen();
  const w = t.receipt;
  return (
    <section class="card receipt">
      <h2>
        {w.title} <span class="tag">{whose}</span>
      </h2>
      <p class="sub">{`${town} · ${w.number(code, loan.receiptNo)}`}</p>
      <p class="sub">{`${when(days)} · ${employer}`}</p>
      <Facts
        rows={[
          [w.owner, `${name}(${t.clinicLink.last4(last4)})`],
          [w.paper, t.codes.paper[loan.kind]],
          [w.heldBy, [t.codes.holder[loan.holder], loan.keeper].filter(Boolean).join(' · ')],
          [w.lentAt, time(loan.lentAt)],
          [w.returnBy, day(loan.returnBy)],
          loan.lentConfirmedAt !== null && [w.lentConfirmed, time(loan.lentConfirmedAt)],
          loan.returnedAt !== null && [w.returnedAt, time(loan.returnedAt)],
          loan.returnConfirmedAt !== null && [w.returnConfirmed, time(loan.returnConfirmedAt)],
        ]}
      />
      <p>{w.law}</p>
      <p class="signatures">
        <span>{w.signOwner}</span>
        <span>{w.signKeeper}</span>
        <span>{w.signReturned}</span>
      </p>
    </section>
  );
}
