import { paths } from '../../src/paths.ts';
import { TRADE_CODES } from '../../src/registry/trade.ts';
import { AVAILABILITY } from '../../src/registry/worker.ts';
import { Field, FormKey, FormProblem } from '../components/form.tsx';
import { Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Tick } from '../components/tick.tsx';
import { WrongIdNumber, KinFields, PhoneAndVillage } from './worker-form-fields.tsx';
import { Choice, options } from '../components/choice.tsx';
import type { WorkerFormProps } from './worker-form-view.ts';

export function WorkerFormBody({ typed, villages, id, asked, formKey }: WorkerFormProps) {
  const { t } = useReader();
  const w = t.workers;
  const isTicked = (name: string): boolean => typed.values[name] === 'yes';
  return (
    <form method="post" action={id ? paths.workerEdit(id) : paths.workers} class="card">
      <FormKey value={formKey} />
      <FormProblem typed={typed} />
      {asked && (
        <Notice look="wait">
          <input type="hidden" name="correction" value={asked.id} />
          {t.corrections.wanted(t.ownData.field[asked.field], asked.wanted)}
        </Notice>
      )}
      <Field name="name" label={w.name} typed={typed} autocomplete="off" />
      {id === null && (
        <Field
          name="idNumber"
          label={w.idNumber}
          hint={w.idNumberHint}
          typed={typed}
          autocomplete="off"
        />
      )}
      <PhoneAndVillage typed={typed} villages={villages} />
      <Field name="groupName" label={w.group} typed={typed} required={false} />
      <Choice
        name="trade"
        label={w.trade}
        typed={typed}
        options={options(t.codes.trade, TRADE_CODES)}
        value="general"
      />
      <Tick name="skilled" label={w.skilled} checked={isTicked('skilled')} />
      {id === null && (
        <Choice
          name="availability"
          label={w.availability}
          typed={typed}
          options={options(t.codes.availability, AVAILABILITY)}
        />
      )}
      <Field
        name="remark"
        label={w.field.remark}
        typed={typed}
        required={false}
        autocomplete="off"
      />
      <KinFields typed={typed} />
      {id === null && (
        <Tick name="dataConsent" label={w.dataConsentTick} checked={isTicked('dataConsent')} />
      )}
      <WrongIdNumber id={id} typed={typed} />
      <button class="btn primary wide">{t.save}</button>
    </form>
  );
}
