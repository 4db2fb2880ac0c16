import { Field, type Typed } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';

export function HoursFields({ typed }: { typed: Typed }) {
  const { t } = useReader();
  const w = t.orders.fields;
  return (
    <div class="pair">
      <Field
        name="hoursPerDay"
        label={w.hoursPerDay}
        typed={typed}
        type="number"
        inputmode="numeric"
        min={1}
        max={12}
        value={8}
      />
      <Field
        name="daysPerWeek"
        label={w.daysPerWeek}
        typed={typed}
        type="number"
        inputmode="numeric"
        min={1}
        max={7}
        value={6}
      />
    </div>
  );
}
