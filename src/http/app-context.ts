import type { ErrorCode } from '../error-code.ts';
import type { Context } from 'hono';
import type { Env } from '../env.ts';
import type { Database } from '../db/client.ts';
import type { Role } from '../access/permissions.ts';
import type { Lang } from '../../views/i18n/words.ts';

/**
 * What the signed cookie says of a visitor. It shapes queries; only the session's row in the same
 * batch proves it.
 */
export type Claims = { tokenHash: string; accountId: string; role: Role; villageId: string | null };

/** The signed-in person, as read from the database in this request. */
export type Me = { id: string; name: string; role: Role; villageId: string | null; unread: number };

export type Variables = {
  db: Database;
  now: number;
  lang: Lang;
  claims: Claims | null;
  /** Asks the app for a page, as this visitor. */
  ask: (request: Request) => Promise<Response>;
  /** The form of this request, once it was read: what was typed, and what is wrong with it. */
  sent?: { values: Record<string, string>; errors: Record<string, ErrorCode> };
  me: Me | null;
  /**
   * Set once a session or a link was read from the database and found good. No page leaves without
   * it.
   */
  verified: boolean;
  /**
   * Set where whoever opens a link is signed in at the station: the visitor whom it was made for
   * has not seen it by that.
   */
  staffLooks?: boolean;
  /** Set where somebody of the station looks at a worker's own page: nothing can be done there. */
  readsOnly?: boolean;
};

export type AppEnv = { Bindings: Env; Variables: Variables };
export type C = Context<AppEnv>;
