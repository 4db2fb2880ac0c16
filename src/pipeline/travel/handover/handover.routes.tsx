import { refuse } from '../../../access/refuse.requests.ts';
import { Hono } from 'hono';
import { actor, may, read } from '../../../access/session.ts';
import type { AppEnv } from '../../../http/app-context.ts';
import { readForm } from '../../../http/forms.ts';
import { problem } from '../../../http/page.tsx';
import { newId } from '../../../ids.ts';
import { paths } from '../../../paths.ts';
import { act, answer } from '../../batch/act.requests.ts';
import * as followUp from '../../follow-up/follow-up.queries.ts';
import { isAnswered } from '../../follow-up/visit.ts';
import { insertEntry, reverseSpent } from '../../ledger/ledger.queries.ts';
import { corrected, correctHandover, saidBy, takenBy, type Version } from './correction.ts';
import { insertTap } from '../roll-call/entries.queries.ts';
import { goOnward } from './onward.ts';
import { correctionForm, onwardForm } from '../travel.forms.ts';
import { travelPage } from '../travel.requests.tsx';
import { handoverRow, refuseIfCorrected, insertCorrection } from './handover.queries.ts';
import { insertOnwardWay } from './onward-way.queries.ts';

/**
 * What follows a signature: a correction of what was signed, and where whoever was not taken went.
 */
export const handoverRoutes = new Hono<AppEnv>();

/** A version of a signature as its row keeps it. */
function columnsOf(version: Version) {
  return {
    people: [...version.people],
    rejected: [...version.rejected],
    absent: [...version.absent],
    escortCount: version.people.length,
    employerCount: takenBy(version),
  };
}

/**
 * What was signed turns out to have been otherwise: a new version, agreed with somebody of the
 * employer, beside the old.
 */
handoverRoutes.post(
  '/batches/:id/handovers/:handover/correction',
  may('batch.write'),
  async (c) => {
    const id = c.req.param('id');
    const form = await readForm(c, correctionForm);
    if (!form.ok)
      return travelPage(c, id, { form: 'correction', values: form.values, errors: form.errors });
    const { db, now } = c.var;
    const { placementId, name, why, ...turned } = form.value;
    const correction = { placementId, outcome: turned.outcome, reason: turned.reason ?? null };
    const {
      row: [row],
      visits,
    } = await read(c, {
      row: handoverRow(db.orm, id, c.req.param('handover')),
      visits: followUp.visitsOf(db.orm, placementId),
    });
    if (!row) return problem(c, 'wrong_state', paths.travel(id), 409);
    const due = visits.filter((visit) => visit.open === 1).length;
    const answered = visits
      .filter(({ outcome: said }) => said !== null && isAnswered(said))
      .map(({ kind }) => kind);
    const by = actor(c);
    const outcome = await act(c, {
      on: { batchId: id },
      action: 'handover.correct',
      key: form.key,
      decide: (s) => correctHandover(s, row, correction, { due, answered }),
      facts: (s, _change, orm) => [
        refuseIfCorrected(row.id),
        ...insertTap(s, {
          id: newId(now),
          placementId,
          outcome: saidBy(correction),
          actor: by,
          now,
        }),
        insertCorrection(orm, {
          id: newId(now),
          batchId: id,
          ...columnsOf(corrected(row, correction)),
          signedBy: name,
          signedAt: now,
          corrects: row.id,
          why,
        }),
        ...(due > 0 ? [followUp.closeVisitsOf(orm, placementId, now, by)] : []),
        followUp.recountVisits(orm, id),
      ],
    });
    if (outcome.kind === 'refused' && outcome.error === 'reason_required')
      return travelPage(c, id, {
        form: 'correction',
        values: form.values,
        errors: { reason: outcome.error },
      });
    return answer(c, outcome, paths.travel(id));
  },
);

/** Where somebody went whom the employer did not take, and who paid for it. */
handoverRoutes.post('/placements/:id/onward-way', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, onwardForm);
  if (!form.ok) return refuse(c, form, paths.placement(id));
  const { now } = c.var;
  const { next, bearer, cost, note } = form.value;
  const by = actor(c);
  const rowId = newId(now);
  const costFen = cost ?? 0;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'onward.settle',
    key: form.key,
    decide: (s) => goOnward(s, id, { next, bearer }),
    facts: (s, _change, orm) => [
      insertOnwardWay(orm, {
        id: rowId,
        placementId: id,
        next,
        bearer,
        costFen,
        note,
        at: now,
        actor: by,
      }),
      reverseSpent(orm, { batchId: s.id, placementId: id, origin: 'onward', at: now, actor: by }),
      ...insertEntry(orm, {
        batchId: s.id,
        id: rowId,
        line: 'escort',
        kind: 'spent',
        bearer,
        amountFen: costFen,
        origin: 'onward',
        originId: rowId,
        placementId: id,
        at: now,
        actor: by,
      }),
    ],
  });
  return answer(c, outcome, paths.placement(id));
});
