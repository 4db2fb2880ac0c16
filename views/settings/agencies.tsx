import { dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { Card, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { PlacesPartProps } from './places-view.ts';

export function Agencies({ props, typed }: PlacesPartProps) {
  const { now, t, day } = useReader();
  const w = t.settings;
  return (
    <Card title={w.agencies} id="agencies">
      <ul class="lines">
        {props.agencies.map((a) => (
          <li>
            <b>{a.name}</b> {a.licenceNumber}{' '}
            <Tag look={a.licenceExpiresOn < dayOf(now) ? 'bad' : 'ok'}>
              {t.workers.validUntil(day(a.licenceExpiresOn))}
            </Tag>
          </li>
        ))}
      </ul>
      <details open={Object.keys(typed('agencies').errors).length > 0}>
        <summary>{w.addAgency}</summary>
        <form method="post" action={paths.agencies}>
          <FormKey />
          <Field name="name" scope="agency" label={w.agencyName} typed={typed('agencies')} />
          <Field name="licenceNumber" scope="agency" label={w.licence} typed={typed('agencies')} />
          <Field
            name="licenceExpiresOn"
            scope="agency"
            label={t.workers.expiresOn}
            typed={typed('agencies')}
            type="date"
          />
          <button class="btn primary wide">{t.save}</button>
        </form>
      </details>
    </Card>
  );
}
