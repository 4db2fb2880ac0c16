import { caseMoves } from '../../src/pipeline/follow-up/rights-case.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { Choice, options } from '../components/choice.tsx';
import type { CaseProps } from './case-view.ts';

export function NextState({ mayWrite, one, typed }: Pick<CaseProps, 'mayWrite' | 'one' | 'typed'>) {
  const { t } = useReader();
  if (!(mayWrite && one.state !== 'closed')) return null;
  return (
    <form method="post" action={paths.case(one.id)} class="card">
      <FormKey />
      <Choice
        name="state"
        label={t.cases.state}
        options={options(t.codes.caseState, [one.state, ...caseMoves(one.state)])}
        value={one.state}
      />
      <Field
        name="claimed"
        label={t.cases.claimed}
        typed={typed}
        inputmode="decimal"
        value={one.claimedFen / 100}
      />
      <Field
        name="recovered"
        label={t.cases.recovered}
        typed={typed}
        inputmode="decimal"
        value={one.recoveredFen / 100}
      />
      <button class="btn primary wide">{t.save}</button>
    </form>
  );
}
