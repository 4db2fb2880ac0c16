import { INSURANCES, LODGINGS, WAGE_BASES } from '../../src/pipeline/recruitment/terms.ts';
import { paths } from '../../src/paths.ts';
import { TRADE_CODES } from '../../src/registry/trade.ts';
import { Field, FormKey, FormProblem, type Typed } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { Tick } from '../components/tick.tsx';
import { Choice, options } from '../components/choice.tsx';
import { PayFields } from './pay-fields.tsx';
import { HoursFields } from './hours-fields.tsx';

export function TermsFields({ typed }: { typed: Typed }) {
  const { t } = useReader();
  const w = t.orders.fields;
  return (
    <>
      <div class="pair">
        <Field
          name="headcount"
          label={w.headcount}
          typed={typed}
          type="number"
          inputmode="numeric"
          min={1}
          max={500}
        />
        <Field name="startsOn" label={w.startsOn} typed={typed} type="date" />
      </div>
      <Field name="site" label={w.site} typed={typed} />
      <Choice
        name="wageBasis"
        label={w.wageBasis}
        typed={typed}
        options={options(t.codes.wageBasis, WAGE_BASES)}
      />
      <div class="pair">
        <Field name="wageLow" label={w.wageLow} typed={typed} inputmode="decimal" />
        <Field name="wageHigh" label={w.wageHigh} typed={typed} inputmode="decimal" />
      </div>
      <PayFields typed={typed} />
      <HoursFields typed={typed} />
      <Choice
        name="lodging"
        label={w.lodging}
        typed={typed}
        options={options(t.codes.lodging, LODGINGS)}
      />
      <Field name="meals" label={w.meals} typed={typed} inputmode="decimal" value={0} />
      <Choice
        name="insurance"
        label={w.insurance}
        typed={typed}
        options={options(t.codes.insurance, INSURANCES)}
      />
      <Field
        name="deductions"
        label={w.deductions}
        hint={w.deductionsHint}
        typed={typed}
        required={false}
      />
      <Field name="hazards" label={w.hazards} typed={typed} required={false} />
    </>
  );
}

type Props = {
  typed: Typed;
  employers: { id: string; name: string; contactName: string; contactPhone: string }[];
  agencies: { id: string; name: string }[];
};

export function OrderFormBody({ typed, employers, agencies }: Props) {
  const { t } = useReader();
  const w = t.orders.fields;
  const chosen = employers.find((e) => e.id === typed.values['employerId']) ?? employers[0];
  return (
    <form method="post" action={paths.orders} class="card">
      <FormKey value={typed.values['key']} />
      <FormProblem typed={typed} />
      <Choice
        name="employerId"
        label={w.employer}
        typed={typed}
        options={employers.map((e) => [e.id, e.name] as const)}
      />
      <a class="hint" href={paths.newEmployer}>
        {t.employers.add}
      </a>
      <Choice
        name="agencyId"
        label={w.agency}
        typed={typed}
        options={agencies.map((a) => [a.id, a.name] as const)}
        empty={w.noAgency}
      />
      <Choice
        name="trade"
        label={w.trade}
        typed={typed}
        options={options(t.codes.trade, TRADE_CODES)}
      />
      <Tick
        name="certificateRequired"
        label={w.certificateRequired}
        checked={typed.values['certificateRequired'] === 'yes'}
      />
      <Tick name="hazardous" label={w.hazardous} checked={typed.values['hazardous'] === 'yes'} />
      <TermsFields typed={typed} />
      <div class="pair">
        <Field
          name="contactName"
          label={w.contactName}
          typed={typed}
          value={chosen?.contactName}
          autocomplete="off"
        />
        <Field
          name="contactPhone"
          label={w.contactPhone}
          typed={typed}
          type="tel"
          inputmode="tel"
          value={chosen?.contactPhone}
          autocomplete="off"
        />
      </div>
      <button class="btn primary wide">{t.save}</button>
    </form>
  );
}
