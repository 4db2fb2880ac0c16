import { Field, type Typed } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import type { EscortProps } from './escort-view.ts';
import { Choice } from '../components/choice.tsx';

export type WhoProps = { accounts: EscortProps['accounts']; typed: Typed; scope?: string };

/** Somebody of the station, whose name and number are known, or an outsider. */
export function Who({ accounts, ...field }: WhoProps) {
  const { t } = useReader();
  const w = t.travel;
  return (
    <>
      <Choice
        name="accountId"
        label={w.ofStation}
        options={accounts.map(({ id, name }) => [id, name] as const)}
        empty={w.outsider}
        {...field}
      />
      <div class="pair">
        <Field name="name" label={w.outsiderName} required={false} autocomplete="off" {...field} />
        <Field
          name="phone"
          label={t.workers.phone}
          type="tel"
          inputmode="tel"
          required={false}
          autocomplete="off"
          {...field}
        />
      </div>
    </>
  );
}
