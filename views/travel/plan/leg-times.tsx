import { dayOf } from '../../../src/clock.ts';
import { Field } from '../../components/form.tsx';
import { useReader } from '../../i18n/reader.ts';
import type { LegProps } from './leg-view.ts';

export function LegTimes({ s, leg, typed }: LegProps) {
  const { t, clock } = useReader();
  const w = t.travel;
  const at = (instant: number | undefined, otherwise: string): string =>
    instant === undefined ? `${s.departsOn}T${otherwise}` : `${dayOf(instant)}T${clock(instant)}`;
  return (
    <>
      <Field
        name="departsAt"
        label={w.departsAt}
        typed={typed}
        type="datetime-local"
        value={at(leg?.departsAt, '08:00')}
      />
      <Field
        name="arrivesAt"
        label={w.arrivesAt}
        typed={typed}
        type="datetime-local"
        value={at(leg?.arrivesAt, '18:00')}
      />
    </>
  );
}
