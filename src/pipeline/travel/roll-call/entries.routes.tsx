import { Hono } from 'hono';
import { record } from '../../../access/audit.queries.ts';
import { open } from '../../../access/session.ts';
import type { AppEnv, C } from '../../../http/app-context.ts';
import { Failure } from '../../../http/failures.ts';
import { readForm } from '../../../http/forms.ts';
import { reader, wordsOf } from '../../../http/page.tsx';
import { compress } from '../../../http/show.ts';
import { newId } from '../../../ids.ts';
import { paths } from '../../../paths.ts';
import { legTexts } from '../../../../views/travel/plan/legs.tsx';
import { ASSETS } from '../../../../views/asset-names.ts';
import { newestPortraits, picturesOf } from './portraits.requests.ts';
import { uploadForm } from './entries.forms.ts';
import { isDone, readJourney, readLiveJourney } from './escort-link.requests.ts';
import { listedIn, phoneRoster } from './phone-roster.requests.ts';
import { takeUpload } from './intake.requests.ts';

/**
 * What the phones of the roll call send, and what they are told: JSON both ways, for the page that
 * works without a signal.
 */
export const entriesRoutes = new Hono<AppEnv>();

/** An answer in JSON, never kept by anybody between. */
function tell(c: C, value: unknown, status: 200 | 410 | 422 = 200): Response {
  compress(c);
  return c.json(value as object, status);
}

/**
 * Takes in what a phone has done, and tells it the rest. When all is over it is told so, and
 * empties itself.
 */
entriesRoutes.post('/g/:link/entries', open, async (c) => {
  const form = await readForm(c, uploadForm);
  if (!form.ok) {
    await readJourney(c);
    return tell(c, { error: 'entries_unreadable' }, 422);
  }
  const { answers, heard, isOver, reading, legs, portraits } = await takeUpload(c, form.value);
  const done = isDone(reading);
  const hasNews = !isOver && !done && reading.s.seq !== form.value.seq;
  const told = legs.map((leg) => legTexts(leg, reader(c)));
  const roster = hasNews ? await phoneRoster(c.env.SECRET, reading, legs, told, portraits) : null;
  return tell(c, { answers, heard, over: isOver, roster, done }, isOver ? 410 : 200);
});

/** How many portraits go at once: few enough for a slow line. */
const PORTRAITS_AT_ONCE = 8;

/**
 * Portraits of people on the roster, by photo, as the phone asks for them and keeps them; those
 * that it names, a few at a time. Each look is on record. None when all is handed over.
 */
entriesRoutes.get('/g/:link/portraits', open, async (c) => {
  const { reading, portraits, me } = await readLiveJourney(c);
  if (isDone(reading)) throw new Failure(410, 'batch_ended');
  const asked = new Set((c.req.query('photos') ?? '').split(',').slice(0, PORTRAITS_AT_ONCE));
  const rows = [...newestPortraits(portraits, listedIn(reading.s)).values()].filter(({ id }) =>
    asked.has(id),
  );
  const { db, now } = c.var;
  const line = {
    key: newId(now),
    at: now,
    actor: `link:${c.req.param('link')}`,
    action: 'photo.portraits',
  };
  await record(
    db,
    { ...line, subject: reading.s.id, detail: { escort: me.id, count: rows.length } },
    [],
  );
  return tell(
    c,
    Object.fromEntries(await picturesOf(c, new Map(rows.map((row) => [row.id, row])))),
  );
});

/** What makes the page one that can be kept on the home screen. Names nobody. */
entriesRoutes.get('/g/:link/app.webmanifest', open, (c) => {
  const start = paths.escortLink(c.req.param('link'));
  c.header('content-type', 'application/manifest+json; charset=utf-8');
  return c.body(
    JSON.stringify({
      id: start,
      start_url: start,
      scope: start,
      name: wordsOf(c).rollCall.appName,
      short_name: wordsOf(c).rollCall.title,
      display: 'standalone',
      background_color: '#faf7f2',
      theme_color: '#faf7f2',
      icons: [{ src: ASSETS.icon, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    }),
  );
});
