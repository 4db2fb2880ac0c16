import { eq, sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { linkState } from '../../access/link.ts';
import { readByAnyLink, readByLink } from '../../access/link.queries.ts';
import { batch } from '../batch/batch.tables.ts';
import { open } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { Failure, notFound } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { done, fragment, reader, visitorPage, wordsOf } from '../../http/page.tsx';
import { wantsFragment } from '../../http/show.ts';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import { RollCallBody, RollCallReply } from '../../../views/travel/roll-call.tsx';
import { legTexts } from '../../../views/travel/legs.tsx';
import { ASSETS } from '../../../views/asset-names.ts';
import { PhoneRollFrame } from '../../../views/travel/phone-roll-frame.tsx';
import { phoneRoster } from './phone-roster.queries.ts';
import { Briefing, EscortHeader, EscortPlan } from '../../../views/travel/escort-link.tsx';
import { type Act, actByLink, after } from '../batch/act.middleware.ts';
import { batchQueries, toSeen } from '../batch/seen.queries.ts';
import { placementOf } from '../batch/snapshot.ts';
import { visitStatements } from '../follow-up/follow-up.queries.ts';
import { withVisits } from '../follow-up/schedule.ts';
import { insertTap } from './entries.queries.ts';
import { depart } from './manifest.ts';
import { arrive, checkIn } from './roll-call.ts';
import { checkInForm } from './travel.forms.ts';
import { escort } from './travel.tables.ts';
import * as travel from './travel.queries.ts';
import { z } from 'zod';

/** An escort's page without script speaks as a phone of its own, which sees what the server has. */
const pageOf = (link: string): string => `page-${link}`;

export const escortLinkRoutes = new Hono<AppEnv>();

const load = async (c: C) => {
  const { orm } = c.var.db;
  const escortId = sql`(select subject_id from link where id = ${c.req.param('link') ?? ''})`;
  const batchId = sql`(select batch_id from escort where id = ${escortId})`;
  const { rows } = await readByLink(c, 'escort', [
    stationQuery(orm),
    travel.legsOf(orm, batchId),
    orm.select().from(escort).where(eq(escort.id, escortId)),
    ...batchQueries(orm, { batchId }),
  ]);
  const [station, legs, [me], ...batchRows] = rows;
  const seen = toSeen(batchRows);
  if (!seen || !me) throw notFound();
  return { seen, me, legs, station: stationOf(station) };
};

const show = async (c: C, error: string | null = null, status?: 409) => {
  const { seen, me, legs, station } = await load(c);
  const { s, workers } = seen;
  const link = c.req.param('link') ?? '';
  const app = { manifest: paths.escortApp(link), script: ASSETS.rollCall };
  return visitorPage(
    c,
    { title: wordsOf(c).rollCall.title, ...station, app },
    <>
      <EscortHeader name={me.name} code={s.code} error={error} />
      <PhoneRollFrame
        link={link}
        roster={await phoneRoster(
          c.env.SECRET,
          seen,
          legs.map((leg) => legTexts(leg, reader(c))),
        )}
      >
        <EscortPlan legs={legs} />
        <RollCallBody
          s={s}
          phones={new Map(workers.map((w) => [w.id, w.phone]))}
          checkInAt={(id) => paths.escortCheckIn(link, id)}
          ends={{ depart: paths.escortDeparture(link), arrive: paths.escortArrival(link) }}
        />
      </PhoneRollFrame>
      <Briefing />
    </>,
    status,
  );
};

/** The link has ended or the journey has: a page that lets the phone send what it still has, and then empties it. */
const farewell = async (c: C, status: 200 | 410) => {
  const link = c.req.param('link') ?? '';
  const [station] = await c.var.db.batch([stationQuery(c.var.db.orm)]);
  const code = status === 410 ? 'link_revoked' : 'already_handed_over';
  return visitorPage(
    c,
    {
      title: wordsOf(c).rollCall.title,
      ...stationOf(station),
      app: { manifest: paths.escortApp(link), script: ASSETS.rollCall },
    },
    <>
      <EscortHeader name="" code="" error={code} />
      <PhoneRollFrame link={link} roster={null} />
    </>,
    status,
  );
};

escortLinkRoutes.get('/g/:link', open, async (c) => {
  const { link, rows } = await readByAnyLink(c, 'escort', [
    c.var.db.orm
      .select({ handedOverAt: batch.handedOverAt, status: batch.status })
      .from(batch)
      .where(
        eq(
          batch.id,
          sql`(select batch_id from escort where id = (select subject_id from link where id = ${c.req.param('link')}))`,
        ),
      ),
  ]);
  if (linkState(link, c.var.now) !== 'live') return farewell(c, 410);
  const [[one]] = rows;
  return one && (one.handedOverAt !== null || one.status !== 'open') ? farewell(c, 200) : show(c);
});

escortLinkRoutes.post('/g/:link/check-ins/:placement', open, async (c) => {
  const link = c.req.param('link');
  const id = c.req.param('placement');
  const form = await readForm(c, checkInForm);
  if (!form.ok) {
    await load(c);
    throw new Failure(422, 'required');
  }
  const outcomeAsked = form.value.outcome;
  const { now } = c.var;
  const outcome = await actByLink(
    c,
    {
      on: { placementId: id },
      action: 'roll_call.record',
      key: form.key,
      decide: (s) => withVisits(s, checkIn(s, id, outcomeAsked, pageOf(link)), now),
      facts: (s, change, orm) => [
        ...visitStatements(orm, s, change, now),
        ...insertTap(
          s,
          { id: newId(now), placementId: id, outcome: outcomeAsked, actor: `link:${link}`, now },
          pageOf(link),
        ),
      ],
    },
    link,
    async () => (await load(c)).seen,
  );
  const error = outcome.kind === 'refused' ? outcome.error : null;
  if (!wantsFragment(c)) return error ? show(c, error, 409) : done(c, paths.escortLink(link));
  const { s, workers } = after(outcome);
  const workerId = placementOf(s, id)?.workerId;
  return fragment(
    c,
    <RollCallReply
      s={s}
      id={id}
      phone={workers.find((w) => w.id === workerId)?.phone ?? ''}
      error={error}
      checkInAt={(each) => paths.escortCheckIn(link, each)}
      ends={{ depart: paths.escortDeparture(link), arrive: paths.escortArrival(link) }}
    />,
    error ? 409 : undefined,
  );
});

const step = (action: string, decide: (c: C) => Act['decide']) => async (c: C) => {
  const link = c.req.param('link') ?? '';
  const form = await readForm(c, z.object({}));
  const { seen } = await load(c);
  const outcome = await actByLink(
    c,
    { on: { batchId: seen.s.id }, action, key: form.key, decide: decide(c) },
    link,
    async () => (await load(c)).seen,
  );
  return outcome.kind === 'refused' ? show(c, outcome.error, 409) : done(c, paths.escortLink(link));
};

escortLinkRoutes.post(
  '/g/:link/departure',
  open,
  step('batch.depart', (c) => (s) => depart(s, c.var.now)),
);
escortLinkRoutes.post(
  '/g/:link/arrival',
  open,
  step('batch.arrive', (c) => (s) => arrive(s, c.var.now)),
);
