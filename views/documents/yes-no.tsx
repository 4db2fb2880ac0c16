import { FormKey } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';

type YesNoProps = { to: string; yes: string; no?: string; primary?: boolean };

/** One question, answered by one tap. */
export function YesNo({ to, yes, no, primary = true }: YesNoProps) {
  if (useReader().readsOnly) return null;
  return (
    <form class="row" method="post" action={to}>
      <FormKey />
      <button class={primary ? 'btn primary' : 'btn'} name="answer" value="yes">
        {yes}
      </button>
      {no !== undefined && (
        <button class="btn" name="answer" value="no">
          {no}
        </button>
      )}
    </form>
  );
}
