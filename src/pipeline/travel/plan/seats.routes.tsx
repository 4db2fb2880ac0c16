import { Hono } from 'hono';
import { may } from '../../../access/session.ts';
import type { AppEnv, C } from '../../../http/app-context.ts';
import { readForm } from '../../../http/forms.ts';
import { notFound } from '../../../http/failures.ts';
import { done, page, wordsOf } from '../../../http/page.tsx';
import { paths } from '../../../paths.ts';
import { TicketsBody } from '../../../../views/travel/plan/tickets.tsx';
import { SeatSheetsBody } from '../../../../views/travel/plan/seat-sheets.tsx';
import { act, answer } from '../../batch/act.requests.ts';
import { readBatch } from '../../batch/read-batch.requests.ts';
import { noteTickets, readTickets } from './tickets.ts';
import { seatForm } from '../travel.forms.ts';
import { travelPage } from '../travel.requests.tsx';
import { companionsIn, legsOf } from '../travel.queries.ts';
import { z } from 'zod';
import { giveSeats, moveSeat } from './seats.ts';

/** Who sits where, in the vehicles of the road. */
export const seatsRoutes = new Hono<AppEnv>();

function load(c: C, id: string) {
  return readBatch(
    c,
    { batchId: id },
    {
      legs: legsOf(c.var.db.orm, id),
      companions: companionsIn(c.var.db.orm, id),
    },
  );
}

/** A seat for everybody who has none; whoever has one keeps it. */
seatsRoutes.post('/batches/:id/seats', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const { workers, legs, companions } = await load(c, id);
  const people = workers.map((w) => ({
    workerId: w.id,
    villageId: w.villageId,
    phone: w.phone,
    kinPhone: w.kin?.phone ?? '',
    companions: companions.find((each) => each.id === w.id)?.wish?.companions ?? [],
  }));
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'seats.give',
    key: form.key,
    decide: (s) => giveSeats(s, legs, people),
  });
  return answer(c, outcome, paths.travel(id));
});

/** Somebody sits elsewhere. Whoever sat there changes places with them. */
seatsRoutes.post('/batches/:id/seats/moves', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, seatForm);
  if (!form.ok)
    return travelPage(c, id, { form: 'seat', values: form.values, errors: form.errors });
  const { legs } = await load(c, id);
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'seats.move',
    key: form.key,
    decide: (s) => moveSeat(s, legs, form.value),
  });
  if (outcome.kind === 'refused' && outcome.error === 'no_such_seat')
    return travelPage(c, id, { form: 'seat', values: form.values, errors: { no: outcome.error } });
  return answer(c, outcome, paths.travel(id));
});

async function ticketsPage(
  c: C,
  id: string,
  legId: string,
  problem?: { text: string; unread: string[] },
) {
  const { s, legs } = await load(c, id);
  const leg = legs.find((each) => each.id === legId);
  if (!leg) throw notFound();
  return page(
    c,
    {
      title: wordsOf(c).tickets.title,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.travel(id),
    },
    <TicketsBody s={s} leg={leg} {...(problem ? { problem } : {})} />,
    problem ? 422 : undefined,
  );
}

seatsRoutes.get('/batches/:id/legs/:leg/tickets', may('batch.write'), (c) =>
  ticketsPage(c, c.req.param('id'), c.req.param('leg')),
);

const ticketsForm = z.object({ tickets: z.string({ error: 'required' }).max(20_000, 'too_long') });

/**
 * Carriage and seat of everybody on a train, as they stand on the tickets: a line a person, typed
 * or pasted from a sheet.
 */
seatsRoutes.post('/batches/:id/legs/:leg/tickets', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const legId = c.req.param('leg');
  const form = await readForm(c, ticketsForm);
  const text = form.values['tickets'] ?? '';
  if (!form.ok) return ticketsPage(c, id, legId, { text, unread: [] });
  const { s: reading, legs } = await load(c, id);
  const leg = legs.find((each) => each.id === legId);
  if (!leg) throw notFound();
  const { lines, unread } = readTickets(text, reading);
  if (unread.length > 0) return ticketsPage(c, id, legId, { text, unread });
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'tickets.note',
    key: form.key,
    decide: (s) => noteTickets(s, leg, lines),
  });
  // Nothing that is new is as good as saved.
  const isSame = outcome.kind === 'refused' && outcome.error === 'already_recorded';
  return isSame ? done(c, paths.travel(id)) : answer(c, outcome, paths.travel(id));
});

/** A sheet for each vehicle: who sits on which seat. */
seatsRoutes.get('/batches/:id/seat-plan', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const { s, order, escorts, legs } = await load(c, id);
  return page(
    c,
    { title: wordsOf(c).seats.title, back: paths.travel(id), sheet: true },
    <SeatSheetsBody
      s={s}
      employer={order.terms.employer}
      legs={legs}
      escorts={escorts.filter((each) => each.role === 'cadre')}
    />,
  );
});
