import { paths } from '../../../src/paths.ts';
import { isStep, STEPS } from '../../../src/registry/roster/import.ts';
import { FormKey } from '../../components/form.tsx';
import { useReader } from '../../i18n/reader.ts';
import type { Imported, Part } from './import-view.ts';

/** How far a step has come. It asks for the next part by itself; without script a button does. */
export function Progress({ imported, parts }: { imported: Imported; parts: Part[] }) {
  const { t } = useReader();
  const { id, state } = imported;
  if (!isStep(state)) return null;
  const finished = parts.filter((part) => part.state === STEPS[state].part).length;
  return (
    <form
      id="progress"
      class="card"
      method="post"
      action={paths.importProgress(id)}
      hx-post={paths.importProgress(id)}
      hx-trigger="load delay:100ms, submit"
      hx-target="#progress"
      hx-swap="outerHTML"
      aria-live="polite"
    >
      <FormKey />
      <h1>{t.import.state[state]}</h1>
      <progress max={parts.length} value={finished} aria-label={t.import.state[state]} />
      <p>
        {t.import.progress(Math.round((finished / parts.length) * imported.rows), imported.rows)}
      </p>
      <p class="sub">{t.import.leave}</p>
      <noscript>
        <button class="btn primary wide">{t.import.goOn}</button>
      </noscript>
    </form>
  );
}
