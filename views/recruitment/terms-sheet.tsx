import { useWhen } from '../batch/when.ts';
import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { paths } from '../../src/paths.ts';
import { TermsFacts } from '../demand/terms.tsx';
import { useReader } from '../i18n/reader.ts';

type Props = {
  link: string;
  name: string;
  batch: { code: string; departsOn: string; leavesAt: number | null };
  terms: Terms;
  version: number;
  hash: string;
  agreedAt: number | null;
};

/**
 * The frozen terms on a sheet of paper: whose they are, which version, and when they were agreed
 * to.
 */
export function TermsSheet({ link, name, batch, terms, version, hash, agreedAt }: Props) {
  const { t, time } = useReader();
  const when = useWhen();
  const w = t.workerLink;
  return (
    <article class="card">
      <h1>{terms.employer}</h1>
      <p class="sub">{`${t.batch.code(batch.code)} · ${when(batch)}`}</p>
      <p class="sub">{w.hello(name)}</p>
      <TermsFacts terms={terms} large />
      <p class="notice ok">{t.terms.freeOfCharge}</p>
      <p class="sub">{w.termsVersion(version, hash.slice(0, 12))}</p>
      {agreedAt !== null && <p>{w.agreedAt(time(agreedAt))}</p>}
      <div class="row no-print">
        <button type="button" class="btn primary" data-print hidden>
          {w.print}
        </button>
        <a class="btn" href={paths.workerLink(link)}>
          {t.back}
        </a>
      </div>
    </article>
  );
}
