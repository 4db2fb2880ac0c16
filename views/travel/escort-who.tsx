import { paths } from '../../src/paths.ts';
import { Choice, Field, FormKey, type Typed } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Props, EscortView } from './escort-view.ts';

type WhoProps = { accounts: Props['accounts']; typed: Typed; scope?: string };

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

export function Replacement({
  batchId,
  escort,
  ...who
}: { batchId: string; escort: EscortView } & WhoProps) {
  const { t } = useReader();
  const w = t.travel;
  return (
    <details class="tags" open={Object.keys(who.typed.errors).length > 0}>
      <summary>{w.replaceEscort}</summary>
      <form method="post" action={paths.escortReplacement(batchId, escort.id)}>
        <FormKey />
        <p class="sub">{w.replaceWhy}</p>
        <Who {...who} />
        <Field
          name="why"
          label={w.replaceReason}
          typed={who.typed}
          scope={escort.id}
          autocomplete="off"
        />
        <button class="btn wide">{t.save}</button>
      </form>
    </details>
  );
}
