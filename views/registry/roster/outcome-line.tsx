import { paths } from '../../../src/paths.ts';
import { notesOf, type Outcome, rowInSheet, sheetOf } from '../../../src/registry/roster/import.ts';
import { Tag } from '../../components/parts.tsx';
import { named, useReader } from '../../i18n/reader.ts';
import { ChangeLine } from './change-line.tsx';

type Props = {
  outcome: Outcome;
  sheets: string[];
  villageName: Map<string, string>;
  written: boolean;
};

/** One row of the file and what becomes of it. */
export function OutcomeLine({ outcome, sheets, villageName, written }: Props) {
  const { t } = useReader();
  const sheet = sheets.length > 1 ? (sheets[sheetOf(outcome.row)] ?? '') : '';
  const where = `${sheet} ${t.import.row(rowInSheet(outcome.row))}`.trim();
  if (outcome.kind === 'refused')
    return (
      <li>
        {where} <b>{outcome.name}</b>{' '}
        <span class="why late">
          {t.import.column[outcome.column]}: {named(t.errors, outcome.error)}
        </span>
      </li>
    );
  if (outcome.kind === 'hidden')
    return (
      <li>
        {where} <b>{outcome.name}</b> <Tag look="wait">{t.import.note.row_hidden}</Tag>
      </li>
    );
  const isLinked = written || outcome.kind !== 'new';
  const name = isLinked ? (
    <a href={paths.worker(outcome.workerId)}>{outcome.name}</a>
  ) : (
    <b>{outcome.name}</b>
  );
  return (
    <li>
      {where} {name} <span class="why">{t.import.last4(outcome.last4)}</span>
      {outcome.kind === 'changed' &&
        outcome.changes.map((change) => <ChangeLine change={change} villageName={villageName} />)}
      {notesOf(outcome).map((note) => (
        <Tag look="wait">{t.import.note[note]}</Tag>
      ))}
      {outcome.wish !== undefined && <span class="why">「{outcome.wish}」</span>}
      {outcome.kind === 'new' &&
        outcome.alike.map((other) => (
          <a class="change" href={paths.worker(other.id)}>
            {t.import.alike(other.name, other.last4, t.import.likeness[other.reason])}
          </a>
        ))}
    </li>
  );
}
