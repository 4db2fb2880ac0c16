import { sql } from 'drizzle-orm';
import { liveLinks } from '../../access/link.queries.ts';
import type { C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { clinics } from '../../registry/registry.queries.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import * as health from './health.queries.ts';
import type { Conclusion, Restriction } from './health-state.ts';
import { conclusionsOn } from './examination.queries.ts';
import { bookingsOf } from './exam-booking.queries.ts';
import { bookedElsewhere } from './exam-capacity.queries.ts';

export type Newest = {
  id: string;
  conclusion: Conclusion | 'taken_back';
  restriction: Restriction | null;
  recheckBy: string | null;
  at: number;
};

/** The newest word on each person of a day. */
export function newestOf(rows: ({ placementId: string } & Newest)[]): Map<string, Newest> {
  return new Map(rows.map((row) => [row.placementId, row]));
}

/**
 * An examination day for the station: its batch, whom it was booked for and what was concluded.
 * Throws 404 where there is none.
 */
export async function loadExamDay(c: C) {
  const { orm } = c.var.db;
  const id = c.req.param('id') ?? '';
  const reading = await readBatch(
    c,
    { batchId: sql`(select batch_id from exam_day where id = ${id})` },
    {
      days: health.examDayRow(orm, id),
      bookings: bookingsOf(orm, id),
      conclusions: conclusionsOn(orm, id),
      clinics: clinics(orm),
      links: liveLinks(orm, id, c.var.now),
      others: bookedElsewhere(orm, id),
    },
  );
  const { bookings, conclusions, clinics: all, links, others } = reading;
  const [day] = reading.days;
  if (!day) throw notFound();
  return {
    ...reading,
    day,
    booked: bookings.map((each) => each.placementId),
    elsewhere: new Set(others.map((each) => each.placementId)),
    newest: newestOf(conclusions),
    clinic: all.find((each) => each.id === day.clinicId) ?? null,
    linkId: links.find((each) => each.purpose === 'clinic')?.id ?? null,
  };
}
