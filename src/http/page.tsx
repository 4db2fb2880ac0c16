import type { ErrorCode } from '../error-code.ts';
import { newId } from '../ids.ts';
import type { Child } from 'hono/jsx';
import { Fragment, type NavItem, Page, VisitorPage } from '../../views/layout.tsx';
import { type Reader, readerOf } from '../../views/i18n/reader.ts';
import { type Words, WORDS } from '../../views/i18n/words.ts';
import { ProblemBody } from '../../views/problem.tsx';
import type { C } from './app-context.ts';
import { type DoneNote, leaveNote, takeNote, type Undoable } from './done-note.ts';
import { pageAgain, refusedIn } from './refused.ts';
import { goTo, show, wantsFragment } from './show.ts';

export function reader(c: C): Reader {
  return readerOf(c.get('lang'), c.get('now'), {
    readsOnly: c.get('readsOnly') === true,
    refused: refusedIn(c.req.raw),
    newKey: newId,
  });
}
export function wordsOf(c: C): Words {
  return WORDS[c.get('lang')];
}

type PageProps = {
  title: string;
  at?: NavItem;
  back?: string;
  heading?: string;
  /** The title on top is the heading of the page, which has no other. */
  headed?: true;
  sheet?: true;
};
type Status = Parameters<typeof show>[2];

/** Only a page that is shown whole and without fault says that something was saved. */
function noteFor(c: C, status: Status): DoneNote | null {
  const isWhole = c.req.method === 'GET' && (status ?? 200) === 200 && !refusedIn(c.req.raw);
  return isWhole ? takeNote(c) : null;
}

/** A page of the station for whoever is signed in. */
export function page(c: C, props: PageProps, body: Child, status?: Status) {
  return show(
    c,
    <Page
      reader={reader(c)}
      viewer={c.get('me')}
      note={noteFor(c, status)}
      isWrong={status === 422}
      {...props}
    >
      {body}
    </Page>,
    status,
  );
}

/** A page behind a link. */
export function visitorPage(
  c: C,
  props: {
    title: string;
    town: string;
    contact: string;
    app?: { manifest: string; script: string };
    witness?: string;
  },
  body: Child,
  status?: Status,
) {
  return show(
    c,
    <VisitorPage reader={reader(c)} isWrong={status === 422} {...props}>
      {body}
    </VisitorPage>,
    status,
  );
}

export function fragment(c: C, body: Child, status?: Status) {
  return show(c, <Fragment reader={reader(c)}>{body}</Fragment>, status);
}

/**
 * Tells why something was refused: on the page where the form stands, with what was typed in it;
 * where there is nothing that was typed, or no such page, on one of its own with the way back.
 */
export async function problem(
  c: C,
  code: ErrorCode,
  back: string,
  status: 403 | 404 | 409 | 422 = 409,
  detail: string[] = [],
) {
  const { sent } = c.var;
  if (sent && !wantsFragment(c)) {
    const again = await pageAgain(c, back, { to: c.req.path, code, detail, ...sent }, status);
    if (again) return again;
  }
  const body = <ProblemBody code={code} back={back} detail={detail} />;
  return wantsFragment(c)
    ? fragment(c, body, status)
    : page(c, { title: wordsOf(c).problem.title, back }, body, status);
}

/** After a write by form: back to the page where it was made, which says that it is saved. */
export function done(c: C, to: string, undo?: Undoable) {
  leaveNote(c, undo);
  return goTo(c, to);
}
