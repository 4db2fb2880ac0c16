import { useContext } from 'hono/jsx';
import { named, useReader } from '../i18n/reader.ts';
import { type Typed, TypedContext } from './form.tsx';
import { useProblem } from './problems.tsx';

type ChoiceProps = {
  name: string;
  scope?: string;
  label: string;
  options: readonly (readonly [value: string, label: string])[];
  typed?: Typed | undefined;
  value?: string | undefined;
  empty?: string;
};

/** A labelled list of choices. */
export function Choice({ name, scope, label, options, value, empty, ...props }: ChoiceProps) {
  const { t } = useReader();
  const { typed = useContext(TypedContext) } = props;
  const chosen = typed.values[name] ?? value;
  const error = typed.errors[name];
  const id = scope ? `${scope}-${name}` : name;
  useProblem(error ? { id, label, text: named(t.errors, error) } : null);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(([option, text]) => (
          <option value={option} selected={option === chosen}>
            {text}
          </option>
        ))}
      </select>
      {error && (
        <span class="error" id={`${id}-error`} role="alert">
          {named(t.errors, error)}
        </span>
      )}
    </div>
  );
}

export function options(words: Record<string, string>, codes: readonly string[]) {
  return codes.map((code) => [code, named(words, code)] as const);
}
