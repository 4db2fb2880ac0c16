import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { C } from './app-context.ts';

/** An act that can be taken back: the first line of it in the history of its batch. */
export type Undoable = {
  batchId: string;
  seq: number;
  /** Whom it was about, where the next page is somebody else's. */
  who?: string;
};

/** What the page after a write says of it. */
export type DoneNote = { who: string; undo: Undoable | null };

const COOKIE = 'done';
/** The page that says so is asked for at once. */
const SECONDS = 60;

/** Leaves word for the next page that what was just sent is saved, and how to take it back. */
export function leaveNote(c: C, undo: Undoable | undefined): void {
  if (!c.get('claims')) return;
  setCookie(c, COOKIE, undo ? `${undo.batchId}.${undo.seq}.${undo.who ?? ''}` : 'saved', {
    path: '/',
    maxAge: SECONDS,
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
  });
}

/** The word that was left, which is said once. */
export function takeNote(c: C): DoneNote | null {
  const note = getCookie(c, COOKIE);
  if (note === undefined) return null;
  deleteCookie(c, COOKIE, { path: '/', secure: true });
  const [, batchId = '', seq = '', who = ''] = /^([0-9A-Z]{26})\.(\d+)\.(.*)$/.exec(note) ?? [];
  return { who, undo: batchId === '' ? null : { batchId, seq: Number(seq) } };
}
