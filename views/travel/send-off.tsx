import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey, type Typed } from '../components/form.tsx';
import { Card, Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

export type SendOffView = { at: number; place: string; leaders: string; photos: number };
type Props = { s: Snapshot; sendOff: SendOffView | null; mayWrite: boolean; typed: Typed };

/** The send-off: where and when, who of the leaders came, how many photos there are. */
export function SendOff({ s, sendOff, mayWrite, typed }: Props) {
  const { t, time } = useReader();
  const w = t.travel.sendOff;
  if (!sendOff && (!mayWrite || s.status !== 'open')) return null;
  return (
    <Card title={w.title}>
      {sendOff && (
        <Facts
          rows={[
            [w.at, time(sendOff.at)],
            [w.place, sendOff.place],
            [w.leaders, sendOff.leaders || t.terms.none],
            [w.photos, t.travel.photoCount(sendOff.photos)],
          ]}
        />
      )}
      {mayWrite && s.status === 'open' && (
        <details open={Object.keys(typed.errors).length > 0}>
          <summary>{sendOff ? w.again : w.enter}</summary>
          <form method="post" action={paths.sendOff(s.id)}>
            <FormKey />
            <Field
              name="at"
              scope="send-off"
              label={w.at}
              typed={typed}
              type="datetime-local"
              value={`${s.departsOn}T07:30`}
            />
            <Field name="place" scope="send-off" label={w.place} typed={typed} />
            <Field
              name="leaders"
              scope="send-off"
              label={w.leaders}
              typed={typed}
              required={false}
            />
            <Field
              name="photos"
              scope="send-off"
              label={w.photos}
              typed={typed}
              inputmode="numeric"
              value={0}
            />
            <button class="btn primary wide">{t.save}</button>
          </form>
        </details>
      )}
    </Card>
  );
}
