import { paths } from '../../../src/paths.ts';
import { type Heading, ROSTER_COLUMNS } from '../../../src/registry/roster/heading.ts';
import { type Cell, textOf } from '../../../src/sheets/cell.ts';
import { FormKey } from '../../components/form.tsx';
import { Notice } from '../../components/parts.tsx';
import { named, useReader } from '../../i18n/reader.ts';
import { Choice, options } from '../../components/choice.tsx';

type Props = {
  imported: {
    id: string;
    fileName: string;
    headings: Heading[];
    everyonesVillage: string | null;
    ownVillage: string | null;
  };
  samples: Cell[][];
  villages: { id: string; name: string }[];
  error: string | undefined;
};

const LONGEST = 14;
/** Enough of a cell to tell what is in the column; never a whole ID number. */
function sample(cell: Cell | undefined): string {
  const text = textOf(cell).replace(
    /\d{6,}/g,
    (digits) => `${digits.slice(0, 3)}…${digits.slice(-2)}`,
  );
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/**
 * Asks what the columns mean that are not understood; the others can be looked at and put right.
 */
export function ColumnsBody({ imported, samples, villages, error }: Props) {
  const { t } = useReader();
  const w = t.import;
  const lines = imported.headings.map((heading, i) => ({ heading, i }));
  const line = ({ heading, i }: { heading: Heading; i: number }) => (
    <div class="field">
      <Choice
        name={`column-${i}`}
        label={heading.text || w.unnamed(i + 1)}
        options={options(w.column, ROSTER_COLUMNS)}
        value={heading.column ?? undefined}
        {...(heading.column === null ? { empty: w.choose } : {})}
      />
      <span class="hint">
        {samples
          .map((cells) => sample(cells[i]))
          .filter(Boolean)
          .join(t.nameComma)}
      </span>
    </div>
  );
  const open = lines.filter(({ heading }) => heading.column === null && heading.text !== '');
  const understood = lines.filter(({ heading }) => heading.column !== null);
  const hasVillage = imported.headings.some(({ column }) => column === 'village');
  return (
    <form method="post" action={paths.importColumns(imported.id)} class="card">
      <h1>{w.columnsTitle}</h1>
      <p class="sub">{imported.fileName}</p>
      <FormKey />
      {error && <Notice look="bad">{named(t.errors, error)}</Notice>}
      {open.length > 0 && <p>{w.columnsWhy}</p>}
      {open.map(line)}
      {!hasVillage && imported.ownVillage === null && (
        <Choice
          name="everyonesVillage"
          label={w.everyonesVillage}
          options={villages.map(({ id, name }) => [id, name] as const)}
          value={imported.everyonesVillage ?? undefined}
          empty={w.noVillage}
        />
      )}
      <details open={open.length === 0}>
        <summary>{w.understood(understood.length)}</summary>
        {understood.map(line)}
      </details>
      <button class="btn primary wide">{w.goOn}</button>
    </form>
  );
}
