import { BEARERS } from '../../src/pipeline/ledger/budget.ts';
import { Field, type Typed } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { Choice, options } from '../components/choice.tsx';

export function CostFields({ typed }: { typed: Typed }) {
  const { t } = useReader();
  const w = t.travel.incident;
  return (
    <div class="pair">
      <Field
        name="cost"
        scope="incident"
        label={t.travel.costOf}
        typed={typed}
        inputmode="decimal"
        required={false}
      />
      <Choice
        name="answerable"
        scope="incident"
        label={w.answerable}
        typed={typed}
        options={options(t.codes.bearer, BEARERS)}
        value="nobody"
      />
    </div>
  );
}
