import { paths } from '../../../src/paths.ts';
import { Notice } from '../../components/parts.tsx';
import { useReader } from '../../i18n/reader.ts';
import { Action } from '../../components/action.tsx';
import type { ImportView } from './import-view.ts';

export function Result({
  imported,
  tally,
  hasRows,
}: Pick<ImportView, 'imported' | 'tally' | 'hasRows'>) {
  const { t } = useReader();
  return (
    <>
      <Notice>{t.import.result(tally.new, tally.changed, tally.unchanged)}</Notice>
      <a class="btn primary wide" href={paths.workers}>
        {t.import.toWorkers}
      </a>
      {!hasRows && <p class="sub">{t.import.rowsGone}</p>}
      {hasRows && tally.new + tally.changed > 0 && (
        <details>
          <summary>{t.import.undo}</summary>
          <p>{t.import.undoWhy}</p>
          <Action to={paths.importUndo(imported.id)} label={t.import.undoButton} />
        </details>
      )}
    </>
  );
}
