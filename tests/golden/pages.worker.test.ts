/**
 * The markup of eight key pages, in both languages, as it was agreed on. Where a change of a page
 * is meant, `npx vitest run --project worker tests/golden -u` writes it anew, to be read before it
 * is committed.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Browser, forwardedIn } from '../../scripts/story/browser.ts';
import { placement } from '../../src/pipeline/batch/batch.tables.ts';
import { visit } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { aVisitor, seedTown, signedIn } from '../support/town.ts';
import { holdersIn, rows, theBatch } from '../support/town-rows.ts';

/**
 * A Monday morning in the town: no page may depend on the day on which the tests run. One that is
 * over: for what other tests do afterwards in the same isolate, time goes on.
 */
const MORNING = Date.UTC(2026, 2, 2, 1);

let station: Browser;

function inTheMorning(): void {
  vi.useFakeTimers({ now: MORNING, toFake: ['Date'] });
}

beforeAll(async () => {
  inTheMorning();
  await seedTown();
  // Who signs in may have to wait for a turn, and a clock that stands still gives none.
  vi.useRealTimers();
  station = await signedIn('coordinator');
  inTheMorning();
});
afterAll(() => void vi.useRealTimers());

type Address = { by: Browser; path: string };

async function atTheStation(path: string): Promise<Address> {
  return { by: station, path };
}

/** Where a link of the station leads whoever opens it. */
async function behindLink(purpose: string, subjectId: string, batchId: string): Promise<Address> {
  const landing = forwardedIn(await station.post('/links', { purpose, subjectId, batchId }));
  const by = aVisitor();
  return { by, path: (await by.submit(await by.open(landing), landing)).url };
}

const PAGES: Record<string, () => Promise<Address>> = {
  today: () => atTheStation('/today'),
  people: () => atTheStation('/workers'),
  batch: async () => atTheStation(`/batches/${(await theBatch(4)).id}`),
  person: async () => {
    const [first] = await holdersIn((await theBatch(4)).id);
    return atTheStation(`/placements/${first!.id}`);
  },
  'roll-call': async () => atTheStation(`/batches/${(await theBatch(3)).id}/roll-call`),
  visit: async () => atTheStation(`/visits/${(await rows.first(visit, { open: 1 })).id}`),
  employer: async () => {
    const { id, orderId } = await theBatch(3);
    return behindLink('employer', orderId, id);
  },
  worker: async () => {
    const { id: batchId } = await theBatch(6);
    const asked = await rows.first(placement, { batchId, recruitment: 'offered', exit: null });
    return behindLink('worker', asked.workerId, batchId);
  },
};

/** A page with one element a line, and names for what is drawn by lot: ids, keys, assets. */
function readable(html: string): string {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    names.set(id, names.get(id) ?? `ID-${names.size + 1}`);
    return names.get(id)!;
  };
  return html
    .replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, nameOf)
    .replaceAll(/(\/assets\/[a-z-]+)[.-][\w-]{8,}(\.\w+)/g, '$1$2')
    .replaceAll('><', '>\n<');
}

describe.each(['zh', 'en'])('In %s', (lang) => {
  it.each(Object.keys(PAGES))('the page "%s" reads as it was agreed on', async (name) => {
    const { by, path } = await PAGES[name]!();
    const page = await by.open(`${path}?lang=${lang}`);
    expect(page.status).toBe(200);
    await expect(readable(page.html)).toMatchFileSnapshot(`${name}.${lang}.html`);
  });
});
