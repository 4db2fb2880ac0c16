import type { Child } from 'hono/jsx';
import { useReader } from '../i18n/reader.ts';
import { FormKey } from './form.tsx';

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
export function Action({ to, label, look = 'plain', wide, fields = {}, swap, title }: ActionProps) {
  if (useReader().readsOnly) return null;
  return (
    <form
      method="post"
      action={to}
      {...(swap
        ? {
            'hx-post': to,
            'hx-target': `closest ${swap}`,
            'hx-swap': 'outerHTML',
            'hx-disable': 'find button',
          }
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
}
