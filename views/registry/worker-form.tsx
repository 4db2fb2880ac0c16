import { paths } from '../../src/paths.ts';
import type { Correctable } from '../../src/registry/correction.ts';
import { TRADE_CODES } from '../../src/registry/trade.ts';
import { AVAILABILITY } from '../../src/registry/worker.ts';
import { Choice, Field, FormKey, FormProblem, options, type Typed } from '../components/form.tsx';
import { Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Tick } from '../components/tick.tsx';

/** What a worker asked by their own link to have put right. */
export type Asked = { id: string; field: Correctable; wanted: string };
type Props = {
  typed: Typed;
  villages: { id: string; name: string }[];
  id: string | null;
  asked: Asked | null;
  formKey: string | undefined;
};

function WrongIdNumber({ id, typed }: Pick<Props, 'id' | 'typed'>) {
  const { t } = useReader();
  const w = t.workers;
  if (!(id !== null)) return null;
  return (
    <details open={'idNumber' in typed.errors}>
      <summary>{w.wrongIdNumber}</summary>
      <Field
        name="idNumber"
        label={w.rightIdNumber}
        hint={w.wrongIdNumberHint}
        typed={typed}
        required={false}
        autocomplete="off"
      />
    </details>
  );
}

/** Somebody who can be called for them. */
function KinFields({ typed }: Pick<Props, 'typed'>) {
  const { t } = useReader();
  const w = t.workers;
  return (
    <>
      <h2>{w.kin}</h2>
      <Field name="kinName" label={w.name} typed={typed} required={false} autocomplete="off" />
      <Field name="kinRelation" label={w.kinRelation} typed={typed} required={false} />
      <Field
        name="kinPhone"
        label={w.phone}
        typed={typed}
        type="tel"
        inputmode="tel"
        required={false}
        autocomplete="off"
      />
    </>
  );
}

function PhoneAndVillage({ typed, villages }: Pick<Props, 'typed' | 'villages'>) {
  const { t } = useReader();
  const w = t.workers;
  return (
    <>
      <Field
        name="phone"
        label={w.phone}
        typed={typed}
        type="tel"
        inputmode="tel"
        autocomplete="off"
      />
      <Choice
        name="villageId"
        label={w.village}
        typed={typed}
        options={villages.map((v) => [v.id, v.name] as const)}
      />
    </>
  );
}

export function WorkerFormBody({ typed, villages, id, asked, formKey }: Props) {
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
