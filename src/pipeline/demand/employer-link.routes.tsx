import { readBatchByLink } from '../batch/read-batch.requests.ts';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { open } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../../http/forms.ts';
import { done, visitorPage, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import { EmployerLinkBody } from '../../../views/demand/employer-link.tsx';
import { sendFile } from '../../http/show.ts';
import { idOf } from '../batch/batch.queries.ts';
import { arrivalCalendar } from '../travel/plan/arrival-calendar.ts';
import { comingTo, signedRecords } from './employer-record.ts';
import { actByLink, after } from '../batch/act.requests.ts';
import { awaitsSignature, handOver, signable } from '../travel/handover/handover.ts';
import { replyForm } from './demand.forms.ts';
import { noteSeen } from './demand.queries.ts';
import { lastKnown } from './last-known.ts';
import { answerWith, fieldOf, replyRow } from './reply.ts';
import { handoverForm } from '../travel/travel.forms.ts';
import { legsOf } from '../travel/travel.queries.ts';
import { handoversOf, insertHandover } from '../travel/handover/handover.queries.ts';
import { REJECTION_REASONS, type RejectionReason } from '../travel/handover/handover-state.ts';
import { versionsOf } from './order-version.queries.ts';
import { insertReply, repliesOf } from './order-reply.queries.ts';

export const employerLinkRoutes = new Hono<AppEnv>();

/** The order that this link is about: its subject. */
function orderOf(c: C) {
  return { orderId: sql`(select subject_id from link where id = ${c.req.param('link') ?? ''})` };
}

async function load(c: C) {
  const { orm } = c.var.db;
  const order = orderOf(c);
  const { reading, station, replies, versions, handovers, legs } = await readBatchByLink(
    c,
    'employer',
    order,
    {
      station: stationQuery(orm),
      replies: repliesOf(orm, order.orderId),
      versions: versionsOf(orm, order.orderId),
      handovers: handoversOf(orm, idOf(order)),
      legs: legsOf(orm, idOf(order)),
    },
  );
  if (!reading) throw notFound();
  return {
    reading,
    station: stationOf(station),
    confirmation: replies.find(({ kind }) => kind === 'confirm') ?? null,
    counter:
      replies.find(
        ({ kind, orderVersion }) => kind === 'counter' && orderVersion === reading.order.version,
      ) ?? null,
    known: lastKnown(versions, replies),
    isFirstSight: versions[0]?.version === reading.order.version && versions[0].seenAt === null,
    signed: signedRecords(reading.s, handovers),
    coming: comingTo(reading.s, legs),
  };
}

async function show(
  c: C,
  extra: { values?: FormValues; errors?: FormErrors; told?: 'replied' | 'handed_over' } = {},
  status?: 409 | 422,
) {
  const { reading, station, isFirstSight, ...told } = await load(c);
  const { s, order } = reading;
  if (isFirstSight && s.order.state === 'sent' && !c.var.staffLooks)
    // What cannot be noted now is noted the next time; the order is read all the same.
    await c.var.db
      .batch([noteSeen(c.var.db.orm, order.id, order.version, c.var.now)])
      .catch(() => undefined);
  return visitorPage(
    c,
    { title: wordsOf(c).employerLink.title, ...station },
    <EmployerLinkBody
      link={c.req.param('link') ?? ''}
      order={order}
      state={s.order.state}
      confirmed={s.headcount}
      arrived={signable(s).map(({ id, name }) => ({ id, name }))}
      awaitsHandover={awaitsSignature(s)}
      confirmation={s.order.state === 'confirmed' ? told.confirmation : null}
      counter={told.counter}
      known={told.known}
      signed={told.signed}
      coming={told.coming}
      escorts={reading.escorts}
      handedOver={s.handedOverAt !== null}
      typed={{ values: extra.values ?? {}, errors: extra.errors ?? {} }}
    />,
    status,
  );
}

employerLinkRoutes.get('/e/:link', open, (c) => show(c));

/** The arrival as a calendar file. */
employerLinkRoutes.get('/e/:link/arrival.ics', open, async (c) => {
  const { reading, station, coming } = await load(c);
  if (!coming || coming.arrivesAt === null) throw notFound();
  const w = wordsOf(c);
  const escorts = reading.escorts.map(({ name, phone }) => `${w.journey.escort} ${name} ${phone}`);
  const file = arrivalCalendar({
    uid: `${reading.s.id}@songxing`,
    at: coming.arrivesAt,
    now: c.var.now,
    summary: w.employerLink.calendarTitle(station.town, coming.names.length),
    location: coming.toPlace,
    description: [...coming.vehicles.map((leg) => leg.vehicle), ...escorts].join('\n'),
  });
  return sendFile(c, 'arrival.ics', 'text/calendar; charset=utf-8', file);
});

employerLinkRoutes.post('/e/:link/reply', open, async (c) => {
  const form = await readForm(c, replyForm);
  if (!form.ok) return show(c, { values: form.values, errors: form.errors }, 422);
  const { now } = c.var;
  const linkId = c.req.param('link');
  const outcome = await actByLink(
    c,
    {
      on: orderOf(c),
      action: `order.${form.value.kind}`,
      key: form.key,
      decide: (s) => answerWith(s, form.value),
      facts: (s, _change, orm) => [insertReply(orm, replyRow(s, form.value, now))],
    },
    linkId,
    async () => (await load(c)).reading,
  );
  if (outcome.kind === 'refused')
    return show(
      c,
      { values: form.values, errors: { [fieldOf(outcome.error)]: outcome.error } },
      409,
    );
  return done(c, paths.employerLink(linkId));
});

function isReason(text: string): text is RejectionReason {
  return (REJECTION_REASONS as readonly string[]).includes(text);
}

/**
 * The employer signs for those who arrived; whoever is not accepted is ticked by name, with a
 * reason.
 */
employerLinkRoutes.post('/e/:link/handover', open, async (c) => {
  const form = await readForm(c, handoverForm);
  if (!form.ok) return show(c, { values: form.values, errors: form.errors }, 422);
  const { now } = c.var;
  const linkId = c.req.param('link');
  const answers = Object.entries(form.values).flatMap(([field, reason]) =>
    field.startsWith('reject-') ? [{ placementId: field.slice('reject-'.length), reason }] : [],
  );
  const isUnknown = answers.some(({ reason }) => reason !== '' && !isReason(reason));
  if (isUnknown) return show(c, { values: form.values, errors: { count: 'required' } }, 422);
  const rejected = answers.flatMap(({ placementId, reason }) =>
    isReason(reason) ? [{ placementId, reason }] : [],
  );
  const { count, name } = form.value;
  // Exactly those who stood in the form: whoever arrives meanwhile is signed for on their own.
  const accepted = answers.length - rejected.length;
  const signature = {
    count: count ?? accepted,
    people: answers.map(({ placementId }) => placementId),
    rejected,
  };
  const outcome = await actByLink(
    c,
    {
      on: orderOf(c),
      action: 'handover.sign',
      key: form.key,
      decide: (s) => handOver(s, signature, now),
      facts: (s, _change, orm) => [
        insertHandover(orm, { id: newId(now), batchId: s.id, ...signature, name, at: now }),
      ],
    },
    linkId,
    async () => (await load(c)).reading,
  );
  if (outcome.kind === 'refused')
    return show(c, { values: form.values, errors: { count: outcome.error } }, 409);
  after(outcome);
  return done(c, paths.employerLink(linkId));
});
