import { type Child, createContext, useContext } from 'hono/jsx';
import { REFUSED, type Refused } from '../../src/http/refused.ts';
import { useProblem, WithProblems } from './problems.tsx';
import { named, useReader } from '../i18n/reader.ts';

export type Typed = { values: Record<string, string>; errors: Record<string, string> };
export const untyped: Typed = { values: {}, errors: {} };

export const TypedContext = createContext<Typed>(untyped);

/**
 * Whether a box of this value was ticked in the form that is shown again; undefined on every other
 * page.
 */
export function useTyped(name: string, value: string): boolean | undefined {
  const typed = useContext(TypedContext);
  return typed === untyped ? undefined : (typed.values[name] ?? '').split(',').includes(value);
}

/** Whether the page is shown again for the form that posts there. */
function isRefused(refused: Refused | null, to: string): boolean {
  return refused?.to === to.split('?')[0];
}

type FormProps = {
  to: string;
  class?: string;
  children?: Child;
};

/**
 * A form that posts. Where the page is shown again because it was refused, its fields hold what was
 * typed, and it says on top what is wrong.
 */
export function Form({ to, class: look, children }: FormProps) {
  const { t, refused } = useReader();
  const mine = isRefused(refused, to) ? refused : null;
  return (
    <TypedContext.Provider value={mine ?? untyped}>
      <form method="post" action={to} class={look} id={mine ? REFUSED : undefined}>
        <FormKey />
        {mine ? (
          <WithProblems
            head={t.notSaved(named(t.errors, mine.code), mine.detail.join(t.nameComma))}
          >
            {children}
          </WithProblems>
        ) : (
          children
        )}
      </form>
    </TypedContext.Provider>
  );
}

/** Whether the fold around a form has to be open: where that form was refused. */
export function useIsRefused(to: string): boolean {
  return isRefused(useReader().refused, to);
}

/**
 * The key by which the server recognises a form that arrives twice. Made once, where the form is
 * shown.
 */
export function FormKey({ value }: { value?: string | undefined }) {
  const { newKey } = useReader();
  return <input type="hidden" name="key" value={value ?? newKey()} />;
}

type FieldProps = {
  name: string;
  /** Tells fields of one name apart where a page has several forms. */
  scope?: string;
  label: string;
  typed?: Typed | undefined;
  value?: string | number | undefined;
  type?:
    | 'text'
    | 'tel'
    | 'date'
    | 'number'
    | 'password'
    | 'file'
    | 'search'
    | 'url'
    | 'datetime-local';
  hint?: string;
  required?: boolean;
  autocomplete?: string;
  inputmode?: 'numeric' | 'tel' | 'decimal';
  min?: number | string;
  max?: number | string;
};

/** A labelled input that keeps what was typed and says beside it what is wrong. */
export function Field({ name, scope, label, value, hint, required = true, ...props }: FieldProps) {
  const { t } = useReader();
  const { typed = useContext(TypedContext), ...input } = props;
  const error = typed.errors[name];
  const id = scope ? `${scope}-${name}` : name;
  useProblem(error ? { id, label, text: named(t.errors, error) } : null);
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : '']
    .filter(Boolean)
    .join(' ');
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
}

/** What a form says as a whole when it was refused. */
export function FormProblem({ typed }: { typed: Typed }) {
  const { t } = useReader();
  const code = typed.errors['form'];
  useProblem(code ? { id: 'form-problem', label: '', text: named(t.errors, code) } : null);
  return code ? (
    <p class="notice bad" role="alert" id="form-problem">
      {named(t.errors, code)}
    </p>
  ) : null;
}
