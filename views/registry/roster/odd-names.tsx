import { paths } from '../../../src/paths.ts';
import { useReader } from '../../i18n/reader.ts';
import { Action } from '../../components/action.tsx';
import { type DoubtProps, Doubt } from './doubt.tsx';

export function OddNames({ id, doubts: { tally, answers } }: DoubtProps) {
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
