import type { Child } from 'hono/jsx';
import { paths, withQuery } from '../../../src/paths.ts';
import type { Answers, WishMeaning } from '../../../src/registry/roster/answers.ts';
import type { Look, Tally } from '../../../src/registry/roster/import.ts';
import { AVAILABILITY } from '../../../src/registry/worker.ts';
import { Choice, Form, options } from '../../components/form.tsx';
import { Notice } from '../../components/parts.tsx';
import { useReader } from '../../i18n/reader.ts';
import { Action } from '../../components/action.tsx';

export type Doubts = {
  tally: Tally;
  answers: Answers;
  /** Words of the column of wishes that were not understood, and in how many rows each stands. */
  words: { word: string; rows: number; isYesOrNo: boolean }[];
  wishHeading: string;
  hiddenColumns: string[];
};
type Props = { id: string; doubts: Doubts };

function Doubt({ id, look, children }: { id: string; look: Look; children?: Child }) {
  const { t } = useReader();
  return (
    <Notice look="wait">
      {children} <a href={withQuery(paths.import(id), { show: look })}>{t.import.doubts.look}</a>
    </Notice>
  );
}

function HiddenRows({ id, doubts: { tally, answers } }: Props) {
  const w = useReader().t.import.doubts;
  const isIn = answers.hidden === 'in';
  return (
    <>
      <Doubt id={id} look="hidden">
        {isIn ? w.hiddenIn(tally.hidden) : w.hiddenOut(tally.hidden)}
      </Doubt>
      <Action
        to={paths.importAnswers(id)}
        label={isIn ? w.leaveHidden : w.takeHidden(tally.hidden)}
        fields={{ hidden: isIn ? 'out' : 'in' }}
      />
    </>
  );
}

function OddNames({ id, doubts: { tally, answers } }: Props) {
  const w = useReader().t.import.doubts;
  const said = { in: w.namesIn, out: w.namesOut };
  return (
    <>
      <Doubt id={id} look="names">
        {w.names(tally.names)}
        {answers.names ? said[answers.names] : w.namesBoth}
      </Doubt>
      <div class="row">
        {answers.names !== 'in' && (
          <Action to={paths.importAnswers(id)} label={w.takeNames} fields={{ names: 'in' }} />
        )}
        {answers.names !== 'out' && (
          <Action to={paths.importAnswers(id)} label={w.leaveNames} fields={{ names: 'out' }} />
        )}
      </div>
    </>
  );
}

function WishWords({ id, doubts: { tally, words, wishHeading } }: Props) {
  const { t } = useReader();
  const w = t.import.doubts;
  const meanings = [...options(t.codes.availability, AVAILABILITY), ['unsaid', w.unsaid] as const];
  return (
    <Form to={paths.importAnswers(id)} class="stack">
      {tally.asked > 0 && (
        <Doubt id={id} look="asked">
          {w.asked(wishHeading, tally.asked)}
        </Doubt>
      )}
      {tally.wishes > 0 && (
        <Doubt id={id} look="wishes">
          {w.wishes(tally.wishes)}
        </Doubt>
      )}
      {words.map(({ word, rows, isYesOrNo }, i) => (
        <>
          <input type="hidden" name={`word-${i}`} value={word} />
          <Choice
            name={`wish-${i}`}
            label={w.word(word, rows)}
            options={meanings}
            empty={isYesOrNo ? t.import.choose : w.noChange}
          />
        </>
      ))}
      <button class={`btn wide${tally.asked > 0 ? ' primary' : ''}`}>{w.settle}</button>
    </Form>
  );
}

function Answered({ id, doubts: { answers } }: Props) {
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
export function DoubtsPart({ id, doubts }: Props) {
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
