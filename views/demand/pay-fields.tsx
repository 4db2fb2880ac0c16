import { Field, type Typed } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';

export function PayFields({ typed }: { typed: Typed }) {
  const { t } = useReader();
  const w = t.orders.fields;
  return (
    <div class="pair">
      <Field
        name="payDay"
        label={w.payDay}
        typed={typed}
        type="number"
        inputmode="numeric"
        min={1}
        max={31}
        value={15}
      />
      <Field
        name="contractMonths"
        label={w.contractMonths}
        typed={typed}
        type="number"
        inputmode="numeric"
        min={1}
        max={60}
        value={12}
      />
    </div>
  );
}
