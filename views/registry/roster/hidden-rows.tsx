import { paths } from '../../../src/paths.ts';
import { useReader } from '../../i18n/reader.ts';
import { Action } from '../../components/action.tsx';
import { type DoubtProps, Doubt } from './doubt.tsx';

export function HiddenRows({ id, doubts: { tally, answers } }: DoubtProps) {
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
