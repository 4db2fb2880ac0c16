import { read } from '../../access/session.ts';
import type { C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { clinics } from '../../registry/registry.queries.ts';
import { see } from '../batch/see.middleware.ts';
import type { Conclusion, Restriction } from './fitness.ts';
import * as health from './health.queries.ts';

export type Newest = {
  id: string;
  conclusion: Conclusion | 'taken_back';
  restriction: Restriction | null;
  recheckBy: string | null;
  at: number;
};

/** The newest word on each person of a day. */
export const newestOf = (rows: ({ placementId: string } & Newest)[]): Map<string, Newest> =>
  new Map(rows.map((row) => [row.placementId, row]));

/**
 * An examination day for the station: its batch, whom it was booked for and what was concluded. Throws 404 where there is
 * none.
 */
export const loadExamDay = async (c: C) => {
  const { orm } = c.var.db;
  const id = c.req.param('id') ?? '';
  const [[day]] = await read(c, [health.examDayRow(orm, id)]);
  if (!day) throw notFound();
  const seen = await see(c, { batchId: day.batchId }, [
    health.bookingsOf(orm, id),
    health.conclusionsOn(orm, id),
    clinics(orm),
  ]);
  const [bookings, conclusions, all] = seen.rows;
  return {
    ...seen,
    day,
    booked: bookings.map((each) => each.placementId),
    newest: newestOf(conclusions),
    clinic: all.find((each) => each.id === day.clinicId) ?? null,
  };
};
