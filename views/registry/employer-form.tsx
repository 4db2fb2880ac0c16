import { paths } from '../../src/paths.ts';
import { PROVINCES } from '../../src/registry/province.ts';
import { Field, FormKey, type Typed } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { Choice, options } from '../components/choice.tsx';

export function EmployerFormBody({ typed }: { typed: Typed }) {
  const { t } = useReader();
  const w = t.employers;
  return (
    <form method="post" action={paths.employers} class="card">
      <FormKey value={typed.values['key']} />
      <Field name="name" label={w.name} typed={typed} autocomplete="organization" />
      <Field
        name="creditCode"
        label={w.creditCode}
        hint={w.creditCodeHint}
        typed={typed}
        autocomplete="off"
      />
      <Choice
        name="province"
        label={w.province}
        typed={typed}
        options={options(t.codes.province, PROVINCES)}
      />
      <Field name="city" label={w.city} typed={typed} />
      <Field name="contactName" label={w.contactName} typed={typed} autocomplete="off" />
      <Field
        name="contactPhone"
        label={w.contactPhone}
        typed={typed}
        type="tel"
        inputmode="tel"
        autocomplete="off"
      />
      <button class="btn primary wide">{t.save}</button>
    </form>
  );
}
