import { eq, sql } from 'drizzle-orm';
import { getCookie, setCookie } from 'hono/cookie';
import type { Queries, RowsOf } from '../db/client.ts';
import { NOT_HELD } from '../answer-mark.ts';
import type { C } from '../http/app-context.ts';
import { Failure } from '../http/failures.ts';
import { link } from './access.tables.ts';
import { sameHash, sha256 } from './keys.ts';
import { sessionOf } from './session.ts';
import { type LinkPurpose, linkState } from './link.ts';
import { statement } from '../db/statements.ts';
import { type LinkRow, linkById } from './link.queries.ts';
import { sessionHolds, type SessionProof } from './session.queries.ts';

/**
 * How long after its end a link's visitor is still known, to be told so and to send what was done
 * before.
 */
const LATE_DAYS = 60;

function cookieName(linkId: string): string {
  return `link-${linkId}`;
}

/**
 * Swaps the token for a cookie of this link alone; a phone that a family shares can hold several.
 */
export function setLinkCookie(c: C, row: LinkRow, token: string): void {
  setCookie(c, cookieName(row.id), token, {
    prefix: 'host',
    secure: true,
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    // Longer than the link, which ends by its own row: what was done while it lived may be sent a
    // good while later.
    maxAge: Math.min(
      400 * 86400,
      Math.max(60, Math.floor((row.expiresAt - c.var.now) / 1000)) + LATE_DAYS * 86400,
    ),
  });
}

/**
 * Throws 404 for an unknown link, or one of which a piece is missing; 410 for one that has expired
 * or was revoked.
 */
export function liveOr410(row: LinkRow | undefined, now: number): LinkRow {
  if (!row) throw new Failure(404, 'link_unknown');
  const state = linkState(row, now);
  if (state !== 'live')
    throw new Failure(410, state === 'expired' ? 'link_expired' : 'link_revoked');
  return row;
}

const noStaff = statement<{ linkId: string }>()((orm, value) =>
  orm
    .select({ isStaff: sql<number>`0`.as('is_staff') })
    .from(link)
    .where(eq(link.id, value.linkId)),
);

const provenStaff = statement<SessionProof & { linkId: string }>()((orm, value) =>
  orm
    .select({ isStaff: sql<number>`(${sessionHolds(value)})`.as('is_staff') })
    .from(link)
    .where(eq(link.id, value.linkId)),
);

/** Whether whoever opens a link is signed in at the station, proven by the row of the session. */
export function staffLooking(c: C, linkId: string) {
  return c.var.claims ? provenStaff({ ...sessionOf(c), linkId }) : noStaff({ linkId });
}

/**
 * Reads a link page's rows together with the link, over or not: one round trip. Throws 404 unless
 * the visitor's cookie holds the token of exactly this link and purpose. For what was done while it
 * lived and is sent later.
 */
export async function readByAnyLink<T extends Queries>(
  c: C,
  purpose: LinkPurpose,
  queries: T,
): Promise<{ link: LinkRow; rows: RowsOf<T> }> {
  const { db } = c.var;
  const linkId = c.req.param('link') ?? '';
  const token = getCookie(c, cookieName(linkId), 'host') ?? '';
  const [hash, { theLink, staff, ...rows }] = await Promise.all([
    sha256(token),
    db.read({ ...queries, theLink: linkById(db.orm, linkId), staff: staffLooking(c, linkId) }),
  ]);
  const [row] = theLink as LinkRow[];
  if (!row || row.purpose !== purpose || !sameHash(row.tokenHash, hash))
    throw new Failure(404, NOT_HELD);
  c.set('verified', true);
  const isStaff = (staff as { isStaff: number }[])[0]?.isStaff === 1;
  c.set('staffLooks', isStaff);
  c.set('readsOnly', isStaff && purpose === 'worker');
  // What a worker says is said by nobody of the station: they have ways of their own, which name
  // them as a witness.
  if (c.var.readsOnly && c.req.method !== 'GET') throw new Failure(403, 'own_page_of_worker');
  return { link: row, rows: rows as unknown as RowsOf<T> };
}

/** The same while the link lives. Throws 410 when it is over. */
export async function readByLink<T extends Queries>(
  c: C,
  purpose: LinkPurpose,
  queries: T,
): Promise<{ link: LinkRow; rows: RowsOf<T> }> {
  const found = await readByAnyLink(c, purpose, queries);
  liveOr410(found.link, c.var.now);
  return found;
}
