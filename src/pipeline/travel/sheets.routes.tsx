import { Hono } from 'hono';
import { printedDigits, takeoverToken } from '../../access/printed.ts';
import { auditRow } from '../../access/audit.queries.ts';
import { actor, may } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { page, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import { CardsBody } from '../../../views/travel/cards.tsx';
import { HandoverNoteBody } from '../../../views/travel/handover/handover-note.tsx';
import { RosterBody } from '../../../views/travel/roster.tsx';
import { SendOffListBody } from '../../../views/travel/send-off-list.tsx';
import { VehicleSheetsBody } from '../../../views/travel/vehicle-sheets.tsx';
import { readBatch } from '../batch/read-batch.requests.ts';
import { portraitsOf } from '../documents/photo.queries.ts';
import { newestPortraits, picturesOf } from './roll-call/portraits.requests.ts';
import * as travel from './travel.queries.ts';
import { isSelected, type Placement } from '../batch/placement.ts';
import { handoversOf } from './handover/handover.queries.ts';
import { sendOffOf } from './happenings.queries.ts';

/**
 * What is printed for a journey: when every phone is empty, the paper still says who, where and
 * whom to call.
 */
export const sheetsRoutes = new Hono<AppEnv>();

async function load(c: C) {
  const { orm } = c.var.db;
  const id = c.req.param('id') ?? '';
  const {
    station,
    legs,
    handovers,
    sendOff: [sendOff],
    ...reading
  } = await readBatch(
    c,
    { batchId: id },
    {
      station: stationQuery(orm),
      legs: travel.legsOf(orm, id),
      handovers: handoversOf(orm, id),
      sendOff: sendOffOf(orm, id),
    },
  );
  const people = reading.s.placements.filter((p) => isSelected(p) || p.travel !== 'expected');
  const codes = new Map(
    await Promise.all(
      people.map(async (p) => [p.id, await printedDigits(c.env.SECRET, 'card', p.id)] as const),
    ),
  );
  return {
    ...reading,
    people,
    codes,
    legs,
    handovers,
    sendOff: sendOff ?? null,
    station: stationOf(station),
  };
}

/** Portraits for a printed roster: asked for by name, and on record. */
async function printedPortraits(c: C, batchId: string, people: readonly Placement[]) {
  const { db, now } = c.var;
  const line = {
    key: newId(now),
    at: now,
    actor: actor(c),
    action: 'photo.portraits',
    subject: batchId,
  };
  const [, rows] = await db.batch([
    auditRow({ ...line, detail: { print: true } }),
    portraitsOf(db.orm, batchId),
  ]);
  return picturesOf(c, newestPortraits(rows, people));
}

function head(title: string, batch: string) {
  return { title, back: paths.travel(batch), sheet: true as const };
}

/** The roster, with what another phone needs to take over. For the escorts' hands only. */
sheetsRoutes.get('/batches/:id/roster', may('batch.write'), async (c) => {
  const { s, order, people, codes, workers, escorts, villages, legs, station } = await load(c);
  const { SECRET } = c.env;
  const withPhotos = c.req.query('photos') === 'yes' && people.length > 0;
  const portraits = withPhotos ? await printedPortraits(c, s.id, people) : null;
  const takeovers = await Promise.all(
    escorts.map(async (each) => ({
      name: each.name,
      phone: each.phone,
      address: new URL(paths.takeover(each.id, await takeoverToken(SECRET, each.id)), c.req.url)
        .href,
      pin: await printedDigits(SECRET, 'takeoverPin', each.id),
    })),
  );
  return page(
    c,
    head(wordsOf(c).travel.printRoster, s.id),
    <RosterBody
      s={s}
      people={people}
      codes={codes}
      portraits={portraits}
      terms={order.terms}
      contact={order}
      workers={workers}
      villages={villages}
      takeovers={takeovers}
      legs={legs}
      station={station}
    />,
  );
});

/** A card for each person, to be cut out: name, digits and square, and whom to call. */
sheetsRoutes.get('/batches/:id/cards', may('batch.write'), async (c) => {
  const { s, order, people, codes, legs, escorts, station } = await load(c);
  return page(
    c,
    head(wordsOf(c).sheets.cards, s.id),
    <CardsBody
      s={s}
      people={people}
      codes={codes}
      legs={legs}
      escorts={escorts}
      terms={order.terms}
      contact={order}
      station={station}
    />,
  );
});

/** A sheet for each vehicle's windscreen. */
sheetsRoutes.get('/batches/:id/vehicle-sheets', may('batch.write'), async (c) => {
  const { s, order, escorts, legs, station } = await load(c);
  return page(
    c,
    head(wordsOf(c).sheets.vehicles, s.id),
    <VehicleSheetsBody
      s={s}
      employer={order.terms.employer}
      legs={legs}
      escorts={escorts}
      station={station}
    />,
  );
});

/**
 * Who is seen off, by village: for the hall, the leaders and whoever hands out the flowers. No
 * numbers, no papers.
 */
sheetsRoutes.get('/batches/:id/send-off-list', may('batch.write'), async (c) => {
  const { s, order, people, workers, villages, escorts, station, sendOff } = await load(c);
  return page(
    c,
    head(wordsOf(c).sheets.sendOffList, s.id),
    <SendOffListBody
      s={s}
      people={people}
      villageOf={(workerId) =>
        villages.find((v) => v.id === workers.find((w) => w.id === workerId)?.villageId)?.name ?? ''
      }
      terms={order.terms}
      escorts={escorts}
      sendOff={sendOff}
      town={station.town}
    />,
  );
});

/** The two counts, the differences by name, and room for two signatures. */
sheetsRoutes.get('/batches/:id/handover-note', may('batch.write'), async (c) => {
  const { s, order, people, escorts, handovers, station } = await load(c);
  return page(
    c,
    head(wordsOf(c).sheets.handoverNote, s.id),
    <HandoverNoteBody
      s={s}
      people={people}
      terms={order.terms}
      escorts={escorts}
      handovers={handovers}
      station={station}
    />,
  );
});
