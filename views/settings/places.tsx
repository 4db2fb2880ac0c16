import { dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey, type Typed } from '../components/form.tsx';
import { Card, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

type Named = { id: string; name: string };
export type PlacesProps = {
  villages: (Named & { minutesToBus: number | null })[];
  agencies: (Named & { licenceNumber: string; licenceExpiresOn: string })[];
  clinics: (Named & { phone: string; priceFen: number })[];
};
type Props = { props: PlacesProps; typed: (form: 'areas' | 'agencies' | 'clinics') => Typed };

function Villages({ props, typed }: Pick<Props, 'props' | 'typed'>) {
  const { t } = useReader();
  const w = t.settings;
  return (
    <Card title={w.villages} id="areas">
      <p>{props.villages.map((v) => v.name).join(t.nameComma)}</p>
      {props.villages.length > 0 && (
        <details
          open={Object.keys(typed('areas').errors).some((field) => field.startsWith('minutes-'))}
        >
          <summary>{w.distances}</summary>
          <p class="sub">{w.distancesWhy}</p>
          <form method="post" action={paths.areaDistances}>
            <FormKey />
            {props.villages.map((v) => (
              <Field
                name={`minutes-${v.id}`}
                label={v.name}
                typed={typed('areas')}
                inputmode="numeric"
                required={false}
                value={v.minutesToBus ?? undefined}
              />
            ))}
            <button class="btn primary wide">{t.save}</button>
          </form>
        </details>
      )}
      <details open={typed('areas').errors['name'] !== undefined}>
        <summary>{w.addVillage}</summary>
        <form method="post" action={paths.areas}>
          <FormKey />
          <Field name="name" scope="area" label={w.village} typed={typed('areas')} />
          <button class="btn primary wide">{t.save}</button>
        </form>
      </details>
    </Card>
  );
}

function Agencies({ props, typed }: Pick<Props, 'props' | 'typed'>) {
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

function Clinics({ props, typed }: Pick<Props, 'props' | 'typed'>) {
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

/** Villages, licensed intermediaries and clinics. */
export function Places({ props, typed }: Props) {
  return (
    <>
      <Villages props={props} typed={typed} />
      <Agencies props={props} typed={typed} />
      <Clinics props={props} typed={typed} />
    </>
  );
}
