import type { Decision } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import type { IncidentKind } from './incident-kind.ts';

/** Why a vehicle or its times change on the way. */
export const LEG_TROUBLES = [
  'breakdown',
  'missed_connection',
  'other',
] as const satisfies readonly IncidentKind[];

export type Incident = {
  kind: IncidentKind;
  people: string[];
  note: string;
  called: string;
  policeReport: string;
};

/**
 * Of somebody who is missing it has to be known who was called; of all that concerns people, whom.
 */
export function incidentFaults({
  kind,
  people,
  called,
}: Incident): { field: 'people' | 'called'; code: string } | null {
  const isOfPeople = kind === 'illness' || kind === 'left_by_choice' || kind === 'missing';
  if (isOfPeople && people.length === 0) return { field: 'people', code: 'nothing_chosen' };
  return kind === 'missing' && called === '' ? { field: 'called', code: 'required' } : null;
}

/**
 * Something that happened on the way, told in the batch's history, with each person whom it
 * concerns.
 */
export function recordIncident(s: Snapshot, { kind, people }: Incident): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  const concerned = people.filter((id) => s.placements.some((p) => p.id === id));
  if (concerned.length !== people.length) return { error: 'unknown_placement' };
  return {
    entries:
      concerned.length === 0
        ? [{ kind: 'incident', detail: { what: kind } }]
        : concerned.map((placementId) => ({
            kind: 'incident',
            placementId,
            detail: { what: kind },
          })),
  };
}
