import { ROBOT_KINDS } from '../../src/notices/robot.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { Choice, options } from '../components/choice.tsx';
import type { RobotsProps } from './robots-view.ts';

export function AddRobot({ typed }: Pick<RobotsProps, 'typed'>) {
  const { t } = useReader();
  const w = t.settings;
  return (
    <details open={Object.keys(typed.errors).length > 0}>
      <summary>{w.addRobot}</summary>
      <form method="post" action={paths.robots}>
        <FormKey />
        <Choice
          name="kind"
          label={w.robotKind}
          typed={typed}
          options={options(t.codes.robot, ROBOT_KINDS)}
        />
        <Field name="name" scope="robot" label={w.robotName} typed={typed} />
        <Field
          name="url"
          scope="robot"
          label={w.robotUrl}
          typed={typed}
          type="url"
          autocomplete="off"
        />
        <Field
          name="secret"
          label={w.robotSecret}
          hint={w.robotSecretHint}
          typed={typed}
          required={false}
          autocomplete="off"
        />
        <button class="btn primary wide">{t.save}</button>
      </form>
    </details>
  );
}
