import { named, useReader } from './i18n/reader.ts';

type Props = { code: string; back?: string | undefined; detail?: string[]; wait?: number | null };

/** What happened, what was kept, and what to do. */
export const ProblemBody = ({ code, back, detail = [], wait }: Props) => {
  const { t } = useReader();
  return (
    <section class="card problem" role="alert">
      <h1>{named(t.errors, code)}</h1>
      {detail.length > 0 && <p>{detail.join(t.nameComma)}</p>}
      {wait ? <p>{t.problem.tryAgainIn(wait)}</p> : <p class="sub">{t.problem.nothingChanged}</p>}
      {back && (
        <a class="btn primary wide" href={back}>
          {t.problem.back}
        </a>
      )}
    </section>
  );
};
