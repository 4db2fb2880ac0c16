import { Failure, notFound } from '../../http/failures.ts';
import { accountById } from '../../access/account.queries.ts';
import { record } from '../../access/audit.queries.ts';
import { linkToken } from '../../access/link.ts';
import { insertLink, liveLinks, newLink } from '../../access/link.queries.ts';
import { actor, may, read } from '../../access/session.ts';
import type { C, AppEnv } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { done, problem } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { type Act, act, answer } from '../batch/act.requests.ts';
import { z } from 'zod';
import { planChange, replaceEscort } from './plan/plan-change.ts';
import { endEscortLinks, escortRow } from './roll-call/takeover.queries.ts';
import { escortChangeForm, escortForm } from './travel.forms.ts';
import type { escort } from './travel.tables.ts';
import { travelPage } from './travel.requests.tsx';
import * as travel from './travel.queries.ts';
import { refuseUnlessOne } from './handover/handover.queries.ts';
import { insertOwnIncident } from './happenings.queries.ts';
import { setLinkCookie } from '../../access/link-visit.queries.ts';
import { Hono } from 'hono';

export const escortRoutes = new Hono<AppEnv>();

type EscortInsert = typeof escort.$inferInsert;

/** Somebody who rides along, and the link with which their phone calls the roll. */
export async function addEscort(
  c: C,
  row: EscortInsert,
  {
    key,
    action = 'escort.add',
    decide,
    facts = () => [],
  }: Pick<Act, 'decide' | 'facts'> & { key: string; action?: string },
) {
  const fresh = await newLink(c.env.SECRET, {
    purpose: 'escort',
    subjectId: row.id,
    batchId: row.batchId,
    issuedBy: c.var.claims?.accountId ?? '',
    now: c.var.now,
  });
  const outcome = await act(c, {
    on: { batchId: row.batchId },
    action,
    key,
    decide,
    facts: (s, change, orm) => [
      travel.insertEscort(orm, row),
      insertLink(orm, fresh.row),
      ...facts(s, change, orm),
    ],
  });
  return answer(c, outcome, paths.travel(row.batchId));
}

type Who = { accountId: string | null; name: string; phone: string | null };

/**
 * Name and number of whoever rides along: their own where they belong to the station, which knows
 * them already.
 */
async function whoIs(c: C, { accountId, name, phone }: Who) {
  const {
    account: [account],
  } = await read(c, { account: accountById(c.var.db.orm, accountId ?? '') });
  if (accountId && !account) throw new Failure(422, 'unknown_reference');
  return account
    ? { accountId: account.id, name: account.name, phone: account.phone }
    : { accountId: null, name, phone: phone ?? '' };
}

/** An escort: an account or an outsider. */
escortRoutes.post('/batches/:id/escorts', may('batch.write'), async (c) => {
  const batchId = c.req.param('id');
  const form = await readForm(c, escortForm);
  if (!form.ok)
    return travelPage(c, batchId, { form: 'escort', values: form.values, errors: form.errors });
  const row = {
    id: newId(c.var.now),
    batchId,
    role: form.value.role,
    ...(await whoIs(c, form.value)),
  };
  return addEscort(c, row, {
    key: form.key,
    decide: (s) => planChange(s, { kind: 'escort_added', detail: { escort: row.name } }),
  });
});

/**
 * Somebody else in the place of an escort, who fell ill, say: their link ends, and on the way it is
 * an incident.
 */
escortRoutes.post('/batches/:id/escorts/:escort/replacement', may('batch.write'), async (c) => {
  const batchId = c.req.param('id');
  const oldId = c.req.param('escort');
  const form = await readForm(c, escortChangeForm);
  if (!form.ok)
    return travelPage(c, batchId, {
      form: `replace-${oldId}`,
      values: form.values,
      errors: form.errors,
    });
  const { now, db } = c.var;
  const {
    gone: [gone],
  } = await read(c, { gone: escortRow(db.orm, oldId) });
  if (gone?.batchId !== batchId || gone.replacedAt !== null)
    return problem(c, 'escort_gone', paths.travel(batchId), 409);
  const by = actor(c);
  const row = { id: newId(now), batchId, role: 'cadre' as const, ...(await whoIs(c, form.value)) };
  return addEscort(c, row, {
    key: form.key,
    action: 'escort.replace',
    decide: (s) => replaceEscort(s, gone, row, form.value.why),
    facts: (s, _change, orm) => [
      travel.endEscort(orm, oldId, now),
      refuseUnlessOne(),
      endEscortLinks(orm, oldId, now),
      ...(s.departedAt === null
        ? []
        : [
            insertOwnIncident(orm, {
              batchId,
              kind: 'escort_replaced',
              note: `${gone.name} → ${row.name}: ${form.value.why}`,
              actor: by,
              recordedAt: now,
            }),
          ]),
    ],
  });
});

/**
 * An escort who is of the station opens the roll call on the phone they are signed in with; nobody
 * need forward a link.
 */
escortRoutes.post('/batches/:id/escorts/:escort/own-phone', may('own.account'), async (c) => {
  const batchId = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const { now, db, claims } = c.var;
  const escortId = c.req.param('escort');
  const {
    me: [me],
    links,
  } = await read(c, { me: escortRow(db.orm, escortId), links: liveLinks(db.orm, escortId, now) });
  if (
    me?.batchId !== batchId ||
    me.replacedAt !== null ||
    me.accountId === null ||
    me.accountId !== claims?.accountId
  )
    throw notFound();
  const issuedBy = me.accountId;
  const { row } = await newLink(c.env.SECRET, {
    purpose: 'escort',
    subjectId: me.id,
    batchId,
    issuedBy,
    now,
  });
  // Whoever has opened it before goes on with the same link, and with what their phone has kept
  // under it.
  const own = links.find((link) => link.issuedBy === issuedBy);
  const line = { key: form.key, at: now, actor: actor(c), action: 'link.issue', subject: row.id };
  const id = own?.id ?? (await record(db, line, [insertLink(db.orm, row)]));
  setLinkCookie(
    c,
    { ...row, id, openedAt: now, revokedAt: null },
    await linkToken(c.env.SECRET, id),
  );
  return done(c, paths.escortLink(id));
});
