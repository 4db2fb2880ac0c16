import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { ANSWER_MARK } from '../../../answer-mark.ts';
import { linkState } from '../../../access/link.ts';
import { open } from '../../../access/session.ts';
import type { AppEnv, C } from '../../../http/app-context.ts';
import { Failure } from '../../../http/failures.ts';
import { readForm } from '../../../http/forms.ts';
import { done, reader, visitorPage, wordsOf } from '../../../http/page.tsx';
import { wantsFragment } from '../../../http/show.ts';
import { newId } from '../../../ids.ts';
import { paths } from '../../../paths.ts';
import type { Station } from '../../../settings/station.queries.ts';
import { RollCallBody } from '../../../../views/travel/roll-call/roll-call.tsx';
import { legTexts } from '../../../../views/travel/plan/legs.tsx';
import { ASSETS } from '../../../../views/asset-names.ts';
import { PhoneRollFrame } from '../../../../views/travel/roll-call/roll-frame.tsx';
import { phoneRoster } from './phone-roster.requests.ts';
import {
  Briefing,
  EscortHeader,
  EscortPlan,
  Farewell,
} from '../../../../views/travel/roll-call/escort-link.tsx';
import { type Act, actByLink } from '../../batch/act.requests.ts';
import { insertTap } from './entries.queries.ts';
import { depart, takeBackDeparture } from '../manifest.ts';
import { checkInForm } from '../travel.forms.ts';
import { isDone, readJourney, readLiveJourney } from './escort-link.requests.ts';
import { z } from 'zod';
import { tapped } from './tap-answer.requests.tsx';
import { checkIn } from './check-in.ts';
import { arrive } from './arrival.ts';

/** An escort's page without script speaks as a phone of its own, which sees what the server has. */
function pageOf(link: string): string {
  return `page-${link}`;
}

export const escortLinkRoutes = new Hono<AppEnv>();

function endsAt(link: string) {
  return {
    depart: paths.escortDeparture(link),
    arrive: paths.escortArrival(link),
    takeBack: paths.escortDepartureUndo(link),
  };
}

/**
 * What every page under an escort's link is: kept on the phone, and the station's own at the top.
 */
function escortPage(c: C, station: Station, body: Child, status?: 409 | 410) {
  const app = { manifest: paths.escortApp(c.req.param('link') ?? ''), script: ASSETS.rollCall };
  return visitorPage(c, { title: wordsOf(c).rollCall.title, ...station, app }, body, status);
}

async function rollCall(
  c: C,
  { reading, me, legs, portraits, station }: Awaited<ReturnType<typeof readLiveJourney>>,
  error = '',
) {
  const { s, workers } = reading;
  const link = c.req.param('link') ?? '';
  return escortPage(
    c,
    station,
    <>
      <EscortHeader name={me.name} code={s.code} error={error} />
      <PhoneRollFrame
        link={link}
        roster={await phoneRoster(
          c.env.SECRET,
          reading,
          legs,
          legs.map((leg) => legTexts(leg, reader(c))),
          portraits,
        )}
      >
        <EscortPlan legs={legs} />
        <RollCallBody
          s={s}
          phones={new Map(workers.map((w) => [w.id, w.phone]))}
          checkInAt={(id) => paths.escortCheckIn(link, id)}
          ends={endsAt(link)}
          isLive={false}
        />
      </PhoneRollFrame>
      <Briefing />
    </>,
    error ? 409 : undefined,
  );
}

async function show(c: C, error = '') {
  return rollCall(c, await readLiveJourney(c), error);
}

/**
 * The roll call; where the link has ended or the journey has, a page that lets the phone send what
 * it still has, and then empties it.
 */
escortLinkRoutes.get('/g/:link', open, async (c) => {
  const journey = await readJourney(c);
  const state = linkState(journey.link, c.var.now);
  if (state === 'live' && !isDone(journey.reading)) return rollCall(c, journey);
  const ending = journey.reading.s.handedOverAt === null ? 'batch_ended' : 'already_handed_over';
  const why = state === 'live' ? ending : `link_${state}`;
  if (state !== 'live') c.header(ANSWER_MARK, why);
  return escortPage(
    c,
    journey.station,
    <Farewell why={why}>
      <PhoneRollFrame link={c.req.param('link')} roster={null} />
    </Farewell>,
    state === 'live' ? undefined : 410,
  );
});

escortLinkRoutes.post('/g/:link/check-ins/:placement', open, async (c) => {
  const link = c.req.param('link');
  const id = c.req.param('placement');
  const form = await readForm(c, checkInForm);
  if (!form.ok) {
    await readLiveJourney(c);
    throw new Failure(422, 'required');
  }
  const outcomeAsked = form.value.outcome;
  const { now } = c.var;
  const outcome = await actByLink(
    c,
    {
      on: { placementId: id },
      action: 'roll_call.record',
      // One key stands on all lines of a page.
      key: `${form.key}:${id}:${outcomeAsked}`,
      decide: (s) => checkIn(s, id, outcomeAsked, pageOf(link)),
      facts: (s) => [
        ...insertTap(
          s,
          { id: newId(now), placementId: id, outcome: outcomeAsked, actor: `link:${link}`, now },
          pageOf(link),
        ),
      ],
    },
    link,
    async () => (await readLiveJourney(c)).reading,
  );
  const error = outcome.kind === 'refused' ? outcome.error : null;
  if (!wantsFragment(c)) return error ? show(c, error) : done(c, paths.escortLink(link));
  return tapped(c, outcome, id, {
    checkInAt: (each) => paths.escortCheckIn(link, each),
    ends: () => endsAt(link),
  });
});

function step(action: string, decide: (c: C) => Act['decide']) {
  return async (c: C) => {
    const link = c.req.param('link') ?? '';
    const form = await readForm(c, z.object({}));
    const { reading } = await readLiveJourney(c);
    const outcome = await actByLink(
      c,
      { on: { batchId: reading.s.id }, action, key: form.key, decide: decide(c) },
      link,
      async () => (await readLiveJourney(c)).reading,
    );
    return outcome.kind === 'refused' ? show(c, outcome.error) : done(c, paths.escortLink(link));
  };
}

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
escortLinkRoutes.post(
  '/g/:link/departure/taking-back',
  open,
  step('batch.take_back_departure', () => takeBackDeparture),
);
