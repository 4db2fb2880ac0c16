import type { Child } from 'hono/jsx';
import { useTyped } from './form.tsx';

/** A single tick. */
export function Tick({
  name,
  label,
  value = 'yes',
  checked,
}: {
  name: string;
  label: Child;
  value?: string;
  checked?: boolean;
}) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value={value} checked={useTyped(name, value) ?? checked} />
      <span>{label}</span>
    </label>
  );
}
