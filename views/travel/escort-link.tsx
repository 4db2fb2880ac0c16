import { Notice } from '../components/parts.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { Legs, type LegLine } from './legs.tsx';

export const EscortHeader = ({
  name,
  code,
  legs,
  error,
}: {
  name: string;
  code: string;
  legs: LegLine[];
  error: string | null;
}) => {
  const { t } = useReader();
  return (
    <>
      <section>
        <h1>{t.rollCall.title}</h1>
        <p class="sub">{`${t.batch.code(code)} · ${name}`}</p>
      </section>
      {error && <Notice look="bad">{named(t.errors, error)}</Notice>}
      {legs.length > 0 && (
        <details class="card">
          <summary>{t.travel.plan}</summary>
          <Legs legs={legs} />
        </details>
      )}
    </>
  );
};
