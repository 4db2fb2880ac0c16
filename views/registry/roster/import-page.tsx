import { paths, withQuery } from '../../../src/paths.ts';
import { isStep, type Look, LOOK_NAMES, type Tally } from '../../../src/registry/roster/import.ts';
import { Card, Empty, More, Notice } from '../../components/parts.tsx';
import { useReader } from '../../i18n/reader.ts';
import { DoubtsPart } from './doubts.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import { Action } from '../../components/action.tsx';
import { Progress } from './progress.tsx';
import { Result } from './import-result.tsx';
import type { Imported, ImportView } from './import-view.ts';

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
