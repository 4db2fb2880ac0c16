import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { Icon } from '../components/icon.tsx';
import { Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { type TermLine, linesOf } from './term-lines.ts';

/** What something says, and, where it said something else before, that too, struck. */
export function Says({ now, before }: { now: string; before: string | undefined }) {
  return before === undefined || before === now ? (
    <>{now}</>
  ) : (
    <>
      <ins>{now}</ins> <del>{before}</del>
    </>
  );
}

type TermsFactsProps = {
  terms: Terms;
  /** What they were when the reader knew them last, for the differences to be marked. */
  before?: Terms | undefined;
  large?: boolean;
};

/** The terms in full, as they are shown to employer and worker alike. */
export function TermsFacts({ terms, before, large }: TermsFactsProps) {
  const reader = useReader();
  const old = before && linesOf(before, reader);
  const label = (name: TermLine['name']) => (
    <>
      {large && <Icon name={name} />}
      {reader.t.terms[name]}
    </>
  );
  return (
    <div class={large ? 'terms large' : 'terms'}>
      <Facts
        rows={linesOf(terms, reader).map(
          ({ name, says }, i) =>
            [label(name), <Says now={says} before={old?.[i]?.says} />] as const,
        )}
      />
    </div>
  );
}
