import { Contact } from './components/contact.tsx';
import { FormKey } from './components/form.tsx';
import { named, useReader } from './i18n/reader.ts';

type Props = {
  code: string;
  back?: string | undefined;
  detail?: string[];
  wait?: number | null;
  contact?: string;
  /** A form that may be sent once more, as one of its own: where to, and what it says. */
  again?: { to: string; values: Record<string, string> } | undefined;
};

/** What happened, what was kept, and what to do. */
export function ProblemBody({ code, back, detail = [], wait, contact = '', again }: Props) {
  const { t } = useReader();
  const next = named(t.problem.next, code);
  const hasNext = next !== code;
  return (
    <section class="card problem" role="alert">
      <h1>{named(t.errors, code)}</h1>
      {detail.length > 0 && <p>{detail.join(t.nameComma)}</p>}
      {wait ? (
        <p>{t.problem.tryAgainIn(wait)}</p>
      ) : (
        <p class={hasNext ? '' : 'sub'}>{hasNext ? next : t.problem.nothingChanged}</p>
      )}
      {hasNext && contact && (
        <p class="big">
          <Contact contact={contact} />
        </p>
      )}
      {again && (
        <form method="post" action={again.to}>
          <FormKey />
          {Object.entries(again.values).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="btn primary wide">{t.problem.keepAsWell}</button>
        </form>
      )}
      {back && (
        <a class={again ? 'btn wide' : 'btn primary wide'} href={back}>
          {t.problem.back}
        </a>
      )}
    </section>
  );
}
