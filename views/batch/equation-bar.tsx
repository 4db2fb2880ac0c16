import type { Equation } from '../../src/pipeline/batch/equation.ts';
import { useReader } from '../i18n/reader.ts';

type Part = { look: 'ok' | 'half' | 'todo' | 'out' | 'gap' | 'held'; count: number; label: string };

/** The equation as a bar whose parts always add up to the confirmed places. */
export function EquationBar({ e, ready, passed }: { e: Equation; ready: number; passed: number }) {
  const { t } = useReader();
  const w = t.batch.equation;
  const parts: Part[] = [
    { look: 'ok', count: e.accepted, label: w.accepted },
    { look: 'ok', count: e.awaiting, label: w.arrived },
    { look: 'held', count: e.travelling, label: w.travelling },
    { look: 'ok', count: Math.min(ready, e.waiting), label: w.ready },
    { look: 'half', count: Math.max(0, Math.min(passed, e.waiting) - ready), label: w.passed },
    { look: 'todo', count: Math.max(0, e.waiting - Math.max(ready, passed)), label: w.preparing },
    { look: 'out', count: e.rejected, label: w.rejected },
    { look: 'out', count: e.leftEnRoute, label: w.leftEnRoute },
    { look: 'gap', count: e.missing, label: w.missing },
    { look: 'out', count: e.noShow, label: w.noShow },
    { look: 'out', count: e.withdrawn, label: w.withdrawn },
    { look: 'gap', count: Math.max(0, e.unfilled), label: w.unfilled },
  ];
  const shown = parts.filter((part) => part.count > 0);
  return (
    <>
      <svg
        class="eq"
        role="img"
        viewBox={`0 0 ${Math.max(1, e.confirmed)} 1`}
        preserveAspectRatio="none"
      >
        <title>{shown.map((part) => `${part.label} ${part.count}`).join(t.listComma)}</title>
        {shown.map((part, i) => (
          <rect
            class={part.look}
            x={shown.slice(0, i).reduce((sum, before) => sum + before.count, 0)}
            width={part.count}
            height="1"
          />
        ))}
      </svg>
      <ul class="legend">
        {shown.map((part) => (
          <li class={part.look === 'gap' ? 'late' : part.look}>
            {part.label} <b>{part.count}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
