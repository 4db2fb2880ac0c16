import { incidentFaults } from '../../pipeline/travel/incident.ts';
import type { Deed } from '../../pipeline/travel/roll-call/deed.ts';
import type { PageWords } from './reading.ts';
import { fill } from '../../../views/travel/phone/tap.tsx';
import {
  type RejectionReason,
  REJECTION_REASONS,
} from '../../pipeline/travel/handover/handover-state.ts';
import { INCIDENT_KINDS } from '../../pipeline/travel/incident-kind.ts';

/**
 * A deed out of a form, or what is wrong with it, to be said beside its fields, which keep what was
 * typed.
 */
export type Read = { deed: Deed } | { fault: string };

function textIn(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

function isReason(text: unknown): text is RejectionReason {
  return (REJECTION_REASONS as readonly unknown[]).includes(text);
}

/**
 * The employer's signature for whoever stands in the form: all of them, or those of one vehicle.
 */
export function readHandover(form: HTMLFormElement, w: PageWords): Read {
  const fields = new FormData(form);
  const answers = [...fields.entries()].flatMap(([name, reason]) =>
    name.startsWith('reject-') ? [{ placementId: name.slice('reject-'.length), reason }] : [],
  );
  const rejected = answers.flatMap(({ placementId, reason }) =>
    isReason(reason) ? [{ placementId, reason }] : [],
  );
  const name = textIn(fields, 'name');
  const count = answers.length - rejected.length;
  if (name === '') return { fault: w.handoverName };
  return {
    deed: {
      kind: 'handover',
      count,
      name,
      people: answers.map(({ placementId }) => placementId),
      rejected,
    },
  };
}

/** The number that is signed for follows the names: whoever is not taken is not counted. */
export function countAccepted(form: HTMLFormElement): void {
  const choices = [...form.querySelectorAll('select')];
  const shown = form.querySelector('[data-accepted]');
  if (shown) shown.textContent = String(choices.filter(({ value }) => value === '').length);
}

/** Something that happened on the way. */
export function readIncident(form: HTMLFormElement, w: PageWords): Read {
  const fields = new FormData(form);
  const what = INCIDENT_KINDS.find((kind) => kind === textIn(fields, 'what')) ?? 'other';
  const people = fields.getAll('people').filter((id) => typeof id === 'string');
  const told = {
    legId: textIn(fields, 'legId') || null,
    people,
    note: textIn(fields, 'note'),
    called: textIn(fields, 'called'),
    policeReport: textIn(fields, 'policeReport'),
  };
  const fault = incidentFaults({ kind: what, ...told });
  if (fault)
    return {
      fault: fill(w.fillIn, {
        field: fault.field === 'people' ? w.incidentPeople : w.incidentCalled,
      }),
    };
  return { deed: { kind: 'incident', what, ...told } };
}
