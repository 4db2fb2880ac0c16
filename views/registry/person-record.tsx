import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { named, type Reader, useReader } from '../i18n/reader.ts';
import type { Person } from './person-view.ts';
import { Action } from '../components/action.tsx';

/** A field's value in words: villages and codes by their names, nothing as nothing. */
export function saidOf({ t }: Reader, villageName: ReadonlyMap<string, string>) {
  return (field: string, value: string): string => {
    if (value === '') return t.import.empty;
    if (field === 'villageId') return villageName.get(value) ?? value;
    if (field === 'trade') return named(t.codes.trade, value);
    return field === 'availability' ? named(t.codes.availability, value) : value;
  };
}

/**
 * What was changed of a person, who looked at their ID number, what they agreed to, and which
 * entries were made one.
 */
export function PersonRecord({ person }: { person: Person }) {
  const reader = useReader();
  const { t, time } = reader;
  const w = t.workers;
  const said = saidOf(reader, person.villageName);
  const by = (actor: string): string =>
    person.accountName.get(actor) ?? (actor.startsWith('link:') ? w.byOwnLink : t.somebody);
  return (
    <>
      {person.mergers.map((one) => (
        <Card title={t.likeness.merged(time(one.at))}>
          <Action to={paths.mergerUndo(one.id)} label={t.likeness.undo} />
        </Card>
      ))}
      {person.changes.length > 0 && (
        <Card title={w.changes}>
          <ul class="lines">
            {person.changes.map((change) => (
              <li>
                <time>{time(change.at)}</time> {named(w.field, change.field)}{' '}
                <del>{said(change.field, change.was)}</del> →{' '}
                <ins>{said(change.field, change.becomes)}</ins>{' '}
                <span class="why">
                  {by(change.actor)}
                  {change.cause && ` · ${named(w.cause, change.cause.split(':')[0] ?? '')}`}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {(person.reveals.length > 0 || person.consents.length > 0) && (
        <Card title={w.dataRecord}>
          <ul class="lines">
            {person.reveals.map(({ at, actor, detail }) => (
              <li>
                <time>{time(at)}</time>{' '}
                {w.revealedBy(
                  by(actor),
                  typeof detail['reason'] === 'string' ? detail['reason'] : '',
                )}
              </li>
            ))}
            {person.consents.map(({ at, actor, given }) => (
              <li>
                <time>{time(at)}</time> {given ? w.consentGiven : w.consentWithdrawn}{' '}
                <span class="why">{by(actor)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
