import { paths, withQuery } from '../../../src/paths.ts';
import type { Heading } from '../../../src/registry/roster/heading.ts';
import {
  type ImportState,
  isStep,
  type Look,
  LOOK_NAMES,
  type Outcome,
  type PartState,
  STEPS,
  type Tally,
} from '../../../src/registry/roster/import.ts';
import { FormKey } from '../../components/form.tsx';
import { Card, Empty, More, Notice } from '../../components/parts.tsx';
import { useReader } from '../../i18n/reader.ts';
import { type Doubts, DoubtsPart } from './doubts.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import { Action } from '../../components/action.tsx';

type Imported = {
  id: string;
  fileName: string;
  state: ImportState;
  rows: number;
  sheets: string[];
  headings: Heading[];
};
type Part = { no: number; state: PartState; tally: Tally };
export type ImportView = {
  imported: Imported;
  parts: Part[];
  tally: Tally;
  villages: { id: string; name: string }[];
  /** When the same file was imported before. */
  same: number | null;
  /** Whether the rows themselves are still kept. */
  hasRows: boolean;
  /** What is in doubt about the file, before it is confirmed. */
  doubts: Doubts | null;
  lines: { kind: Look; outcomes: Outcome[]; more: string | null } | null;
};

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

function Kinds({ imported, tally, at }: { imported: Imported; tally: Tally; at: Look | null }) {
  const { t } = useReader();
  return (
    <nav class="chips" aria-label={t.import.kinds}>
      {LOOK_NAMES.filter((kind) => tally[kind] > 0).map((kind) => (
        <a
          class="btn"
          href={withQuery(paths.import(imported.id), { show: kind })}
          {...(kind === at ? { 'aria-current': 'true' as const } : {})}
        >
          {t.import.outcome[kind]} {tally[kind]}
        </a>
      ))}
    </nav>
  );
}

function Confirmation({ imported, tally }: Pick<ImportView, 'imported' | 'tally'>) {
  const { t } = useReader();
  const { id } = imported;
  return (
    <>
      {tally.asked > 0 && <Notice look="wait">{t.errors.wishes_asked}</Notice>}
      {tally.asked === 0 && tally.new + tally.changed > 0 && (
        <Action
          to={paths.importConfirmation(id)}
          label={t.import.confirm(tally.new, tally.changed)}
          look="primary"
          wide
        />
      )}
      {tally.asked === 0 && tally.new + tally.changed === 0 && (
        <Notice>{t.import.nothingNew}</Notice>
      )}
      <div class="row">
        <a class="btn" href={`${paths.import(id)}?columns`}>
          {t.import.columnsTitle}
        </a>
        <Action to={paths.importDrop(id)} label={t.import.drop} look="quiet" />
      </div>
    </>
  );
}

function Result({ imported, tally, hasRows }: Pick<ImportView, 'imported' | 'tally' | 'hasRows'>) {
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

/** One import: what it would do and the button that does it; or what it did, and the way back. */
export function ImportBody({
  imported,
  parts,
  tally,
  villages,
  same,
  hasRows,
  doubts,
  lines,
}: ImportView) {
  const { t, time } = useReader();
  const { id, state } = imported;
  if (isStep(state)) return <Progress imported={imported} parts={parts} />;
  const villageName = new Map(villages.map((village) => [village.id, village.name]));
  return (
    <>
      <section class="card stack">
        <h1>{state === 'ready' ? t.import.preview : t.import.state[state]}</h1>
        <p class="sub">
          {imported.fileName} · {t.import.rows(imported.rows)}
          {imported.sheets.length > 1 && ` · ${imported.sheets.join(t.nameComma)}`}
        </p>
        {state === 'ready' && same !== null && (
          <Notice look="wait">{t.import.sameFile(time(same))}</Notice>
        )}
        {doubts && <DoubtsPart id={id} doubts={doubts} />}
        {hasRows && <Kinds imported={imported} tally={tally} at={lines?.kind ?? null} />}
        {state === 'ready' && <Confirmation imported={imported} tally={tally} />}
        {state === 'written' && <Result imported={imported} tally={tally} hasRows={hasRows} />}
        {hasRows && tally.refused > 0 && (state === 'ready' || state === 'written') && (
          <Action to={paths.importRefused(id)} label={t.import.refusedFile(tally.refused)} wide />
        )}
      </section>
      {lines && (
        <Card title={t.import.outcome[lines.kind]}>
          {lines.outcomes.length === 0 ? (
            <Empty>{t.import.none}</Empty>
          ) : (
            <ul class="lines">
              {lines.outcomes.map((outcome) => (
                <OutcomeLine
                  outcome={outcome}
                  sheets={imported.sheets}
                  villageName={villageName}
                  written={state === 'written'}
                />
              ))}
            </ul>
          )}
          <More href={lines.more} />
        </Card>
      )}
    </>
  );
}
