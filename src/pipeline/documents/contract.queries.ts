import { desc, eq, type SQL, sql } from 'drizzle-orm';
import { newId } from '../../ids.ts';
import type { Change } from '../batch/change.ts';
import { placementOf, type Snapshot } from '../batch/snapshot.ts';
import type { Terms } from '../recruitment/terms.ts';
import { labourContract } from './documents.tables.ts';
import type { Orm, Query } from '../../db/orm.ts';

/**
 * Contracts that were ticked off as signed on the terms that were agreed: their text is those
 * terms.
 */
export function contractsAsAgreed(
  orm: Orm,
  s: Snapshot,
  change: Change,
  at: number,
  actor: string,
): Query[] {
  const signed = (change.placements ?? []).flatMap(({ id: placementId, set: { contract } }) =>
    contract && placementOf(s, placementId)?.contract === null
      ? [{ id: newId(at), placementId, signedOn: contract.signedOn }]
      : [],
  );
  if (signed.length === 0) return [];
  const term = (name: keyof Terms) => sql`terms ->> ${sql.raw(`'$.${name}'`)}`;
  const each = (name: 'id' | 'placementId' | 'signedOn') =>
    sql`value ->> ${sql.raw(`'$.${name}'`)}`;
  return [
    orm.run(
      sql`insert into ${labourContract} (id, placement_id, employer, site, wage_basis, wage_fen,
            pay_day, hours_per_day, days_per_week, months, lodging, meals_fen, insurance,
            deductions, signed_on, differences, at, actor)
          select ${each('id')}, ${each('placementId')}, ${term('employer')}, ${term('site')},
            ${term('wageBasis')}, ${term('wageLowFen')}, ${term('payDay')},
            ${term('hoursPerDay')}, ${term('daysPerWeek')}, ${term('contractMonths')},
            ${term('lodging')}, ${term('mealsFen')}, ${term('insurance')}, ${term('deductions')},
            ${each('signedOn')}, '[]', ${at}, ${actor}
          from json_each(${JSON.stringify(signed)}), job_order where job_order.id = ${s.order.id}`,
    ),
  ];
}

/** The newest contract of a placement. */
export function contractOf(orm: Orm, placementId: string | SQL) {
  return orm
    .select()
    .from(labourContract)
    .where(eq(labourContract.placementId, placementId))
    .orderBy(desc(labourContract.id))
    .limit(1);
}
