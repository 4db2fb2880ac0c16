import { placementOf, type Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { ticketNames } from '../../../src/pipeline/travel/plan/tickets.ts';
import { paths } from '../../../src/paths.ts';
import { FormKey } from '../../components/form.tsx';
import { useReader } from '../../i18n/reader.ts';
import type { LegLine } from './legs.tsx';

type Props = { s: Snapshot; leg: LegLine; problem?: { text: string; unread: string[] } };

/**
 * Carriage and seat of each on a train: a line a person, to be typed, or pasted from the sheet that
 * came with the tickets.
 */
export function TicketsBody({ s, leg, problem }: Props) {
  const { t } = useReader();
  const w = t.tickets;
  const people = ticketNames(s);
  const lines = people
    .map(({ id, name }) => `${name} ${placementOf(s, id)?.tickets[leg.id] ?? ''}`.trim())
    .join('\n');
  return (
    <form method="post" action={paths.tickets(s.id, leg.id)} class="card">
      <h1>{w.heading(leg.vehicle)}</h1>
      <p class="sub">{w.how}</p>
      <FormKey />
      <div class="field">
        <label for="tickets">{w.label}</label>
        <textarea
          id="tickets"
          name="tickets"
          rows={Math.min(20, people.length + 1)}
          maxlength={20_000}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? 'tickets-error' : undefined}
        >
          {problem?.text ?? lines}
        </textarea>
        {problem && (
          <span class="error" id="tickets-error" role="alert">
            {problem.unread.length > 0 ? w.unread(problem.unread.join(' / ')) : t.errors.too_long}
          </span>
        )}
      </div>
      <button class="btn primary wide">{t.save}</button>
    </form>
  );
}
