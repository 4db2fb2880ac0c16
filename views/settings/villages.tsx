import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { PlacesPartProps } from './places-view.ts';

export function Villages({ props, typed }: PlacesPartProps) {
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
