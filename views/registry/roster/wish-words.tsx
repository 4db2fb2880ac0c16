import { paths } from '../../../src/paths.ts';
import { AVAILABILITY } from '../../../src/registry/worker.ts';
import { Form } from '../../components/form.tsx';
import { useReader } from '../../i18n/reader.ts';
import { Choice, options } from '../../components/choice.tsx';
import { type DoubtProps, Doubt } from './doubt.tsx';

export function WishWords({ id, doubts: { tally, words, wishHeading } }: DoubtProps) {
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
