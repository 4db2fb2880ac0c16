import { Hono } from 'hono';
import { insertLink, newLink } from '../../../access/link.queries.ts';
import { isTakeoverToken, printedDigits } from '../../../access/printed.ts';
import { countTry, LIMITS } from '../../../access/rate-limit.ts';
import { open } from '../../../access/session.ts';
import type { AppEnv, C } from '../../../http/app-context.ts';
import { Failure, notFound } from '../../../http/failures.ts';
import { type FormErrors, readForm } from '../../../http/forms.ts';
import { done, visitorPage, wordsOf } from '../../../http/page.tsx';
import { looksLikeId } from '../../../ids.ts';
import { paths } from '../../../paths.ts';
import { stationOf, stationQuery } from '../../../settings/station.queries.ts';
import { TakeoverBody } from '../../../../views/travel/roll-call/takeover.tsx';
import { actByLink } from '../../batch/act.requests.ts';
import { batchReadingOf } from '../../batch-reading.requests.ts';
import { endEscortLinks, escortRow } from './takeover.queries.ts';
import { takeoverForm } from '../travel.forms.ts';
import { setLinkCookie } from '../../../access/link-visit.queries.ts';
import { batchQueries } from '../../batch-row.queries.ts';

/** A phone is lost, broken or empty: another one takes over from the paper. */
export const takeoverRoutes = new Hono<AppEnv>();

async function load(c: C) {
  const id = c.req.param('escort') ?? '';
  const token = c.req.param('token') ?? '';
  if (!looksLikeId(id) || !(await isTakeoverToken(c.env.SECRET, id, token)))
    throw new Failure(404, 'link_unknown');
  const { orm } = c.var.db;
  const [[me], station] = await c.var.db.batch([escortRow(orm, id), stationQuery(orm)]);
  if (!me) throw notFound();
  if (me.replacedAt !== null) throw new Failure(410, 'escort_gone');
  return { me, token, station: stationOf(station) };
}

async function show(c: C, errors: FormErrors = {}, status?: 422) {
  const { me, token, station } = await load(c);
  return visitorPage(
    c,
    { title: wordsOf(c).takeover.title, ...station },
    <TakeoverBody to={paths.takeover(me.id, token)} errors={errors} />,
    status,
  );
}

takeoverRoutes.get('/t/:escort/:token', open, (c) => show(c));

/**
 * The new phone begins with what the server has; the old one's link ends, and what it did before it
 * ended is still taken when it speaks again.
 */
takeoverRoutes.post('/t/:escort/:token', open, async (c) => {
  const form = await readForm(c, takeoverForm);
  const { me } = await load(c);
  const { db, now } = c.var;
  await countTry(db, `takeover:${me.id}`, LIMITS.signIn, now);
  if (!form.ok) return show(c, form.errors, 422);
  if (form.value.pin !== (await printedDigits(c.env.SECRET, 'takeoverPin', me.id)))
    return show(c, { pin: 'bad_pin' }, 422);
  const { token, row } = await newLink(c.env.SECRET, {
    purpose: 'escort',
    subjectId: me.id,
    batchId: me.batchId,
    issuedBy: `escort:${me.id}`,
    now,
  });
  const outcome = await actByLink(
    c,
    {
      on: { batchId: me.batchId },
      action: 'roll_call.take_over',
      key: form.key,
      decide: (s) =>
        s.status !== 'open' || s.handedOverAt !== null
          ? { error: 'batch_ended' }
          : {
              entries: [
                { kind: 'phone_replaced', detail: { escort: me.name, by: form.value.name } },
              ],
            },
      facts: (_s, _change, orm) => [endEscortLinks(orm, me.id, now), insertLink(orm, row)],
    },
    row.id,
    async () => batchReadingOf(await db.read(batchQueries(db.orm, { batchId: me.batchId }))),
  );
  if (outcome.kind === 'refused') throw new Failure(410, 'batch_ended');
  if (outcome.kind !== 'done') return show(c);
  setLinkCookie(c, { ...row, openedAt: now, revokedAt: null }, token);
  return done(c, paths.escortLink(row.id));
});
