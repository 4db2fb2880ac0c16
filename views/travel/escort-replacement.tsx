import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import type { EscortView } from './escort-view.ts';
import { type WhoProps, Who } from './escort-who.tsx';

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
