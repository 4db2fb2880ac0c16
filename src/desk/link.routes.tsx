import { Hono } from 'hono';
import type { AppEnv, C } from '../http/app-context.ts';
import { Failure } from '../http/failures.ts';
import { firstError, readForm } from '../http/forms.ts';
import { done, page, visitorPage, wordsOf } from '../http/page.tsx';
import { paths } from '../paths.ts';
import { stationQuery, stationOf } from '../settings/station.queries.ts';
import { LandingBody, LinkTextBody } from '../../views/access/link.tsx';
import { z } from 'zod';
import { record } from '../access/audit.queries.ts';
import { sha256 } from '../access/keys.ts';
import { subjectInVillage, subjectOf } from './link-subject.queries.ts';
import { LINK_PURPOSES, type LinkPurpose, linkToken } from '../access/link.ts';
import { batchOf } from './link-batch.queries.ts';
import * as links from '../access/link.queries.ts';
import { countTry, LIMITS } from '../access/rate-limit.ts';
import { actor, may, open, ownVillage, read, prove } from '../access/session.ts';
import { setLinkCookie, liveOr410, staffLooking } from '../access/link-visit.queries.ts';
import { rowId, choice } from '../http/fields.ts';

export const linkRoutes = new Hono<AppEnv>();

const HOME: Record<LinkPurpose, (link: string) => string> = {
  employer: paths.employerLink,
  clinic: paths.clinicLink,
  escort: paths.escortLink,
  worker: paths.workerLink,
};

function addressOf(c: C, token: string): string {
  return new URL(paths.landing(token), c.req.url).href;
}

const issueForm = z.object({
  purpose: choice(LINK_PURPOSES),
  subjectId: rowId(),
  batchId: z.string().optional(),
});

/**
 * Issues a link for a subject and ends those it had: whoever lost a phone cannot go on with the old
 * one.
 */
linkRoutes.post(paths.links, may('link.issue'), async (c) => {
  const { db, now, claims } = c.var;
  const form = await readForm(c, issueForm);
  if (!form.ok) {
    await prove(c);
    throw new Failure(422, firstError(form.errors, 'required'));
  }
  const { purpose, subjectId } = form.value;
  const batchId = form.value.batchId || null;
  const { old, allowed, batches } = await read(c, {
    old: links.liveLinks(db.orm, subjectId, now),
    allowed: subjectInVillage(db.orm, purpose, subjectId, claims?.villageId ?? null),
    batches: batchOf(db.orm, purpose, { subjectId, batchId: batchId ?? '' }),
  });
  if (allowed.length === 0 || (batchId !== null && batches.length === 0))
    throw new Failure(404, 'not_found');
  const fresh = await links.newLink(c.env.SECRET, {
    purpose,
    subjectId,
    batchId,
    issuedBy: claims?.accountId ?? '',
    now,
  });
  const line = {
    key: form.key,
    at: now,
    actor: actor(c),
    action: 'link.issue',
    subject: fresh.row.id,
  };
  const ended = old.filter((each) => each.purpose === purpose);
  // A new link lives at least as long as the one it takes the place of: until after a day that is
  // far ahead.
  const expiresAt = Math.max(fresh.row.expiresAt, ...ended.map((each) => each.expiresAt));
  const issued = await record(db, line, [
    ...ended.map((each) => links.revoke(db.orm, each.id, now)),
    links.insertLink(db.orm, { ...fresh.row, expiresAt }),
  ]);
  return done(c, paths.linkText(issued));
});

/**
 * The text to forward. The token is derived anew, so it can be copied again as long as the link
 * lives.
 */
linkRoutes.get('/links/:id', may('link.issue'), async (c) => {
  const { orm } = c.var.db;
  const id = c.req.param('id');
  const {
    row: [row],
    station,
    subject: [subject],
  } = await read(c, {
    row: links.linkById(orm, id),
    station: stationQuery(orm),
    subject: subjectOf(orm, id),
  });
  if (!row) throw new Failure(404, 'not_found');
  const live = liveOr410(row, c.var.now);
  if (c.var.claims?.villageId && live.purpose !== 'worker') throw new Failure(404, 'not_found');
  const [allowed] = await c.var.db.batch([
    subjectInVillage(orm, live.purpose, live.subjectId, ownVillage(c)),
  ]);
  if (allowed.length === 0) throw new Failure(404, 'not_found');
  const url = addressOf(c, await linkToken(c.env.SECRET, live.id));
  const back = live.batchId ? paths.batch(live.batchId) : paths.today;
  return page(
    c,
    { title: wordsOf(c).link.title, back, headed: true },
    <LinkTextBody
      id={live.id}
      purpose={live.purpose}
      about={subject ?? null}
      url={url}
      expiresAt={live.expiresAt}
      town={stationOf(station).town}
      opened={live.openedAt}
    />,
  );
});

linkRoutes.post('/links/:id/revocation', may('link.issue'), async (c) => {
  const { db, now, claims } = c.var;
  const form = await readForm(c, z.object({}));
  const {
    row: [row],
  } = await read(c, { row: links.linkById(db.orm, c.req.param('id')) });
  if (!row) throw new Failure(404, 'not_found');
  const [allowed] = await db.batch([
    subjectInVillage(db.orm, row.purpose, row.subjectId, claims?.villageId ?? null),
  ]);
  if (allowed.length === 0) throw new Failure(404, 'not_found');
  const line = {
    key: form.key,
    at: now,
    actor: actor(c),
    action: 'link.revoke',
    subject: row.id,
  };
  await record(db, line, [links.revoke(db.orm, row.id, now)]);
  return done(c, row.batchId ? paths.batch(row.batchId) : paths.today);
});

/**
 * Where a forwarded link lands. Chat apps fetch this to make a preview, so it changes nothing and
 * names nobody.
 */
linkRoutes.get('/l/:token', open, async (c) => {
  const { orm } = c.var.db;
  const token = c.req.param('token');
  const [[row], station] = await c.var.db.batch([
    links.linkByHash(orm, await sha256(token)),
    stationQuery(orm),
  ]);
  const live = liveOr410(row, c.var.now);
  const { town, contact } = stationOf(station);
  return visitorPage(
    c,
    { title: town, town, contact },
    <LandingBody purpose={live.purpose} token={token} />,
  );
});

/** The first tap: swaps the token in the address for a cookie of this link. */
linkRoutes.post('/l/:token', open, async (c) => {
  const { db, now } = c.var;
  const token = c.req.param('token');
  const [[row]] = await db.batch([links.linkByHash(db.orm, await sha256(token))]);
  const live = liveOr410(row, now);
  const [[staff]] = await db.batch([staffLooking(c, live.id)]);
  await countTry(db, `link:${await sha256(live.id)}`, LIMITS.link, now);
  // Its key is made of the link, so that of two first taps one is recorded.
  const line = {
    key: `${live.id}:open`,
    at: now,
    actor: `link:${live.id}`,
    action: 'link.open',
    subject: live.id,
  };
  // Somebody of the station who looks whether it works is not the person it was made for.
  if (live.openedAt === null && staff?.isStaff !== 1)
    await record(db, line, [links.noteOpening(db.orm, live.id, now)]);
  setLinkCookie(c, live, token);
  return done(c, HOME[live.purpose](live.id));
});
