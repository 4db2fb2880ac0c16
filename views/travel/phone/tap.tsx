import type { Child } from 'hono/jsx';
import type { RollTarget } from './roll-line-view.ts';
import type { RollCallOutcome } from '../../../src/pipeline/travel/roll-call/roll-state.ts';

export function fill(text: string, values: Record<string, string | number>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

export function RollForm({ target, children }: { target: RollTarget; children: Child }) {
  return target ? (
    <form
      class="row"
      method="post"
      action={target.to}
      {...(target.htmx
        ? { 'hx-post': target.to, 'hx-target': 'closest li', 'hx-swap': 'outerHTML' }
        : {})}
    >
      <input type="hidden" name="key" value={target.key} />
      {children}
    </form>
  ) : (
    <form class="row">{children}</form>
  );
}

export function Tap({
  outcome,
  look,
  children,
}: {
  outcome: RollCallOutcome;
  look: string;
  children: Child;
}) {
  return (
    <button class={`btn ${look}`} name="outcome" value={outcome}>
      {children}
    </button>
  );
}
