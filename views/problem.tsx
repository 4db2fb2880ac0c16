import { Contact } from './components/contact.tsx';
import { named, useReader } from './i18n/reader.ts';

type Props = { code: string; back?: string | undefined; detail?: string[]; wait?: number | null; contact?: string };

/** What happened, what was kept, and what to do. */
export const ProblemBody = ({ code, back, detail = [], wait, contact = '' }: Props) => {
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
      {back && (
        <a class="btn primary wide" href={back}>
          {t.problem.back}
        </a>
      )}
    </section>
  );
};
