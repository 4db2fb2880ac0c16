import type { HTMLElement } from 'node-html-parser';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, linksTo, type Page, textOf } from '../../scripts/story/browser.ts';
import { seedTown, signedIn } from '../support/town.ts';

beforeAll(seedTown);

/** Pages of one kind are one: what differs is whom they are about. The batches differ in more. */
function kindOf(address: string): string {
  return /^\/batches\/\w{26}/.test(address)
    ? address
    : (address.split('?')[0] ?? '').replaceAll(/\w{26}/g, 'id');
}

/** People of one batch stand at different steps, each with a form of its own. */
const MOST_OF_A_KIND = 4;

/** Every kind of page that can be reached by such links from these. */
async function pagesOf(
  browser: Browser,
  starts: readonly string[],
  within: RegExp,
): Promise<Page[]> {
  const waiting = [...starts];
  const known = new Map(starts.map((start) => [kindOf(start), 1]));
  const asked = new Set(starts);
  const pages: Page[] = [];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const page = await browser.open(address);
    if (page.status !== 200) continue;
    pages.push(page);
    for (const next of linksTo(page, within)) {
      const times = known.get(kindOf(next)) ?? 0;
      if (
        asked.has(next) ||
        times >= MOST_OF_A_KIND ||
        /\.(csv|xlsx|ics|png)$|photos|copy/.test(next)
      )
        continue;
      known.set(kindOf(next), times + 1);
      asked.add(next);
      waiting.push(next);
    }
  }
  return pages;
}

/** What no field takes: no day, no number, no phone; and longer than any text may be. */
const NONSENSE = `乱填${'长'.repeat(400)}`;

function isTyped(field: HTMLElement): boolean {
  return (
    field.tagName === 'TEXTAREA' ||
    (field.tagName === 'INPUT' &&
      !/^(hidden|checkbox|radio|file|password|search)$/.test(field.getAttribute('type') ?? ''))
  );
}

type Sent = { action: string; body: Record<string, string> };

/** The forms of a page in which something is typed, each filled in with nonsense. */
function nonsenseFor(page: Page): Sent[] {
  return page.root
    .querySelectorAll('form[method=post]')
    .filter(
      (form) =>
        form.querySelectorAll('input, textarea').some(isTyped) &&
        !form.querySelector('[type=file]'),
    )
    .map((form) => {
      const body: Record<string, string> = {};
      for (const field of form.querySelectorAll('input, select, textarea, button[name]')) {
        const name = field.getAttribute('name') ?? '';
        const first = field.querySelectorAll('option').at(-1)?.getAttribute('value');
        if (isTyped(field)) body[name] = NONSENSE;
        else if (!(name in body)) body[name] = first ?? field.getAttribute('value') ?? '';
      }
      return { action: form.getAttribute('action') ?? '', body };
    });
}

it.each([
  ['coordinator', ['/today', '/batches', '/workers', '/orders'], /^\/(?!assets|l\/|settings)/, 25],
  ['admin', ['/settings'], /^\/settings/, 8],
] as const)(
  'keeps what a %s typed, wherever a form is refused',
  async (role, starts, within, atLeast) => {
    const browser = await signedIn(role);
    const pages = await pagesOf(browser, starts, within);
    const lost: string[] = [];
    const tried = new Set<string>();
    for (const page of pages)
      for (const { action, body } of nonsenseFor(page)) {
        const kind = action.replaceAll(/\w{26}/g, 'id');
        if (tried.has(kind) || /sign-out|password|demo/.test(action)) continue;
        tried.add(kind);
        const answer = await browser.post(action, body);
        if (answer.status !== 422 && answer.status !== 409) continue;
        const kept = answer.root
          .querySelectorAll('input, textarea')
          .some((field) => (field.getAttribute('value') ?? field.text) === NONSENSE);
        const why = answer.root.querySelector('[role=alert]');
        if (!kept || !why)
          lost.push(
            `${page.url.replaceAll(/\w{26}/g, 'id')} ${kind}: ${kept} ${why !== null} ${textOf(answer).slice(0, 60)}`,
          );
      }
    expect(tried.size).toBeGreaterThanOrEqual(atLeast);
    expect(lost).toEqual([]);
  },
);
