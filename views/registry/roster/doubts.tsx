import { paths } from '../../../src/paths.ts';
import type { WishMeaning } from '../../../src/registry/roster/answers.ts';
import { Notice } from '../../components/parts.tsx';
import { useReader } from '../../i18n/reader.ts';
import { Action } from '../../components/action.tsx';
import { HiddenRows } from './hidden-rows.tsx';
import { OddNames } from './odd-names.tsx';
import { WishWords } from './wish-words.tsx';
import { type DoubtProps, Doubt } from './doubt.tsx';

function Answered({ id, doubts: { answers } }: DoubtProps) {
  const { t } = useReader();
  const w = t.import.doubts;
  const shown = (meaning: WishMeaning): string =>
    meaning === 'unsaid' ? w.unsaid : t.codes.availability[meaning];
  const words = Object.entries(answers.wishes ?? {}).map(
    ([word, meaning]) => `「${word}」＝${shown(meaning)}`,
  );
  if (words.length === 0) return null;
  return (
    <>
      <Notice>{w.answered(words.join(t.nameComma))}</Notice>
      <Action
        to={paths.importAnswers(id)}
        label={w.askAgain}
        fields={{ wishes: 'anew' }}
        look="quiet"
      />
    </>
  );
}

/**
 * What has to be known of a file before it is confirmed: what was left out, what is odd, and what
 * only the station can tell.
 */
export function DoubtsPart({ id, doubts }: DoubtProps) {
  const { t } = useReader();
  const w = t.import.doubts;
  const { tally, words, hiddenColumns, answers } = doubts;
  const isEmpty =
    tally.hidden + tally.names + tally.noted + words.length + hiddenColumns.length === 0 &&
    Object.keys(answers.wishes ?? {}).length === 0;
  if (isEmpty) return null;
  return (
    <section class="stack" aria-labelledby="doubts">
      <h2 id="doubts">{w.title}</h2>
      {words.length > 0 && <WishWords id={id} doubts={doubts} />}
      <Answered id={id} doubts={doubts} />
      {tally.hidden > 0 && <HiddenRows id={id} doubts={doubts} />}
      {hiddenColumns.length > 0 && (
        <Notice look="wait">
          {w.hiddenColumns(hiddenColumns.join(t.nameComma))}{' '}
          <a href={`${paths.import(id)}?columns`}>{t.import.columnsTitle}</a>
        </Notice>
      )}
      {tally.names > 0 && <OddNames id={id} doubts={doubts} />}
      {tally.noted > 0 && (
        <Doubt id={id} look="noted">
          {w.noted(tally.noted)}
        </Doubt>
      )}
    </section>
  );
}
