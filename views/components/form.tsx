import type { Child } from 'hono/jsx';
import { newId } from '../../src/ids.ts';
import { named, useReader } from '../i18n/reader.ts';

export type Typed = { values: Record<string, string>; errors: Record<string, string> };
export const untyped: Typed = { values: {}, errors: {} };

/** The key by which the server recognises a form that arrives twice. Made once, where the form is shown. */
export const FormKey = ({ value }: { value?: string | undefined }) => (
  <input type="hidden" name="key" value={value ?? newId()} />
);

type FieldProps = {
  name: string;
  /** Tells fields of one name apart where a page has several forms. */
  scope?: string;
  label: string;
  typed?: Typed;
  value?: string | number | undefined;
  type?: 'text' | 'tel' | 'date' | 'number' | 'password' | 'file' | 'search' | 'url' | 'datetime-local';
  hint?: string;
  required?: boolean;
  autocomplete?: string;
  inputmode?: 'numeric' | 'tel' | 'decimal';
  min?: number | string;
  max?: number | string;
};

/** A labelled input that keeps what was typed and says beside it what is wrong. */
export const Field = ({ name, scope, label, typed = untyped, value, hint, required = true, ...input }: FieldProps) => {
  const { t } = useReader();
  const error = typed.errors[name];
  const id = scope ? `${scope}-${name}` : name;
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        value={input.type === 'password' ? undefined : (typed.values[name] ?? value)}
        required={required}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
        {...input}
      />
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="error" id={`${id}-error`} role="alert">
          {named(t.errors, error)}
        </span>
      )}
    </div>
  );
};

type ChoiceProps = {
  name: string;
  scope?: string;
  label: string;
  options: readonly (readonly [value: string, label: string])[];
  typed?: Typed;
  value?: string | undefined;
  empty?: string;
};

/** A labelled list of choices. */
export const Choice = ({ name, scope, label, options, typed = untyped, value, empty }: ChoiceProps) => {
  const { t } = useReader();
  const chosen = typed.values[name] ?? value;
  const error = typed.errors[name];
  const id = scope ? `${scope}-${name}` : name;
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
};

export const options = (words: Record<string, string>, codes: readonly string[]) =>
  codes.map((code) => [code, named(words, code)] as const);

/** A single tick. */
export const Tick = ({
  name,
  label,
  value = 'yes',
  checked,
}: {
  name: string;
  label: Child;
  value?: string;
  checked?: boolean;
}) => (
  <label class="tick">
    <input type="checkbox" name={name} value={value} checked={checked} />
    <span>{label}</span>
  </label>
);

type ActionProps = {
  to: string;
  label: Child;
  look?: 'primary' | 'done' | 'quiet' | 'plain';
  wide?: boolean;
  fields?: Record<string, string>;
  /** With htmx, the answer replaces the nearest element that matches. */
  swap?: string;
  title?: string;
};

/** A button that posts: a form of its own, so that it works without script and is never a link. */
export const Action = ({ to, label, look = 'plain', wide, fields = {}, swap, title }: ActionProps) => {
  if (useReader().readsOnly) return null;
  return (
    <form
      method="post"
      action={to}
      {...(swap
        ? { 'hx-post': to, 'hx-target': `closest ${swap}`, 'hx-swap': 'outerHTML', 'hx-disable': 'find button' }
        : {})}
    >
      <FormKey />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class={`btn ${look}${wide ? ' wide' : ''}`} title={title}>
        {label}
      </button>
    </form>
  );
};

/** What a form says as a whole when it was refused. */
export const FormProblem = ({ typed }: { typed: Typed }) => {
  const { t } = useReader();
  const code = typed.errors['form'];
  return code ? (
    <p class="notice bad" role="alert">
      {named(t.errors, code)}
    </p>
  ) : null;
};
