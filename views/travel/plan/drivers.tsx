import { Field } from '../../components/form.tsx';
import { useReader } from '../../i18n/reader.ts';
import type { LegProps } from './leg-view.ts';

export function Drivers({ typed, leg }: Pick<LegProps, 'typed' | 'leg'>) {
  const { t } = useReader();
  const w = t.travel;
  return (
    <div class="pair">
      <Field
        name="driver"
        label={w.driver}
        typed={typed}
        required={false}
        autocomplete="off"
        value={leg?.driver}
      />
      <Field
        name="driverPhone"
        label={w.driverPhone}
        typed={typed}
        type="tel"
        inputmode="tel"
        required={false}
        autocomplete="off"
        value={leg?.driverPhone}
      />
    </div>
  );
}
