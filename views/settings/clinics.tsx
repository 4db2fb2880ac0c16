import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { Card, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { PlacesPartProps } from './places-view.ts';

export function Clinics({ props, typed }: PlacesPartProps) {
  const { money, t } = useReader();
  const w = t.settings;
  return (
    <Card title={w.clinics} id="clinics">
      <ul class="lines">
        {props.clinics.map((c) => (
          <li>
            <b>{c.name}</b> {c.phone} {c.priceFen > 0 && <Tag>{money(c.priceFen)}</Tag>}
          </li>
        ))}
      </ul>
      <details open={Object.keys(typed('clinics').errors).length > 0}>
        <summary>{w.addClinic}</summary>
        <form method="post" action={paths.clinics}>
          <FormKey />
          <Field name="name" scope="clinic" label={w.clinicName} typed={typed('clinics')} />
          <Field name="phone" scope="clinic" label={t.workers.phone} typed={typed('clinics')} />
          <Field name="address" scope="clinic" label={w.address} typed={typed('clinics')} />
          <Field
            name="price"
            scope="clinic"
            label={t.health.price}
            typed={typed('clinics')}
            inputmode="decimal"
            required={false}
          />
          <button class="btn primary wide">{t.save}</button>
        </form>
      </details>
    </Card>
  );
}
