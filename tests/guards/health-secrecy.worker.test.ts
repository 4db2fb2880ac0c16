import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { app } from '../../src/app.tsx';
import { may, ROLES } from '../../src/access/permissions.ts';
import { batch as batchTable, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { rightsCase, visit } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import type { HealthState, Restriction } from '../../src/pipeline/health/health-state.ts';
import { examDay } from '../../src/pipeline/health/health.tables.ts';
import { escort } from '../../src/pipeline/travel/travel.tables.ts';
import { employer } from '../../src/registry/registry.tables.ts';
import { type Browser, forwardedIn, type Page } from '../../scripts/story/browser.ts';
import { placementsFrom } from '../support/registry-rows.ts';
import {
  holdersIn,
  officersVillage,
  rows,
  theBatch,
  thePlacement,
  touch,
} from '../support/town-rows.ts';
import { aVisitor, seedTown, signedIn } from '../support/town.ts';
import { declaredRoutes } from './routes.ts';

/**
 * Words that tell what a clinic concluded. Whoever may not see that reads only whether somebody is
 * ready.
 */
const TELLS =
  /合格（有限制）|不合格|复查|不宜|体检要重做|要重做|fit_restricted|recheck|unfit|no_heights|no_dust/;

/** All that is kept of examinations, in any table of theirs. */
const COLUMNS_OF_HEALTH = [
  ...[
    'batch_id',
    'cancelled_at',
    'capacity',
    'clinic_id',
    'finished_at',
    'held_on',
    'id',
    'payer',
    'price_fen',
  ].map((c) => `exam_day.${c}`),
  // From before there was one ledger.
  ...['actor', 'amount_fen', 'at', 'exam_day_id', 'id', 'payer', 'placement_id'].map(
    (c) => `exam_cost.${c}`,
  ),
  ...['exam_day_id', 'id', 'placement_id'].map((c) => `exam_booking.${c}`),
  ...[
    'at',
    'concluded_on',
    'conclusion',
    'exam_day_id',
    'id',
    'placement_id',
    'recheck_by',
    'restriction',
    'valid_until',
  ].map((c) => `examination.${c}`),
];

let zhou: Browser;
let batch: string;
let people: string[];

async function setHealth(
  id: string,
  health: HealthState,
  restriction: Restriction | null = null,
): Promise<void> {
  const recheckBy = health === 'recheck' ? '2027-01-05' : null;
  await rows.change(placement, { id }, { health, restriction, recheckBy });
  await touch();
}
/** Four who hold a place in the batch, those of the officer's village first. */
async function fourHolders(): Promise<string[]> {
  const holders = (await holdersIn(batch)).map(({ id }) => id);
  const ofVillage = new Set((await placementsFrom(await officersVillage())).map(({ id }) => id));
  return [
    ...holders.filter((id) => ofVillage.has(id)),
    ...holders.filter((id) => !ofVillage.has(id)),
  ].slice(0, 4);
}
async function theOrder(): Promise<string> {
  return (await rows.first(batchTable, { id: batch })).orderId;
}
async function workerOf(placementId: string): Promise<string> {
  return (await thePlacement(placementId)).workerId;
}

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = (await theBatch(4)).id;
  people = await fourHolders();
  await setHealth(people[0]!, 'fit_restricted', 'no_heights');
  await setHealth(people[1]!, 'recheck');
  await setHealth(people[2]!, 'fit_restricted', 'no_dust');
  await zhou.post(`/placements/${people[3]}/conclusion`, { conclusion: 'unfit' });
});

async function link(purpose: string, subjectId: string): Promise<{ phone: Browser; page: Page }> {
  const landing = forwardedIn(await zhou.post('/links', { purpose, subjectId, batchId: batch }));
  const phone = aVisitor();
  return { phone, page: await phone.submit(await phone.open(landing), landing) };
}
async function employers() {
  return link('employer', await theOrder());
}
async function escorts() {
  await zhou.post(`/batches/${batch}/escorts`, {
    name: '李桂芳',
    phone: '13800000302',
    role: 'cadre',
  });
  return link('escort', (await rows.first(escort, { batchId: batch })).id);
}

/** Everything that differs from one rendering to the next although nothing has changed. */
function steady(html: string): string {
  return html
    .replace(/value="[0-9A-HJKMNP-TV-Z]{26}"/g, 'value=""')
    .replace(/data-time="\d+"/g, 'data-time=""');
}

/** Every page for whoever is signed in: of the batch, of each of the people, of one of the rest. */
async function pagesToLookAt(): Promise<string[]> {
  const ids: Record<string, string> = {
    '/batches': batch,
    '/orders': await theOrder(),
    '/employers': (await rows.first(employer)).id,
    '/visits': (await rows.first(visit)).id,
    '/cases': (await rows.first(rightsCase)).id,
    '/exam-days': (await rows.first(examDay, { batchId: batch })).id,
  };
  const workers = await Promise.all(people.map(workerOf));
  return declaredRoutes(app)
    .filter(({ method, permission }) => method === 'GET' && permission !== 'open')
    .flatMap(({ path }) => {
      const kind = `/${path.split('/')[1] ?? ''}`;
      const fill = (id: string) =>
        path.replace(/:id(\{[^}]*\}\})?/, id).replace(/:\w+/g, '01KCCCCCCCCCCCCCCCCCCCCCCC');
      if (kind === '/placements') return people.map(fill);
      if (kind === '/workers' && path.includes(':id')) return workers.map(fill);
      return [fill(ids[kind] ?? '01KCCCCCCCCCCCCCCCCCCCCCCC')];
    });
}

describe('what a clinic concluded', () => {
  it('is on no page of a role that may not see it', async () => {
    const pages = await pagesToLookAt();
    expect(pages.length).toBeGreaterThan(50);
    const blind = ROLES.filter((role) => !may(role, 'health.read'));
    expect(blind).toEqual(['officer', 'leader']);
    const told: string[] = [];
    let seen = 0;
    for (const role of blind) {
      const who = await signedIn(role);
      for (const path of pages) {
        const { html, status } = await who.open(path);
        seen += Number(status === 200);
        const found = TELLS.exec(html.replace(/<(select|form)\b[\s\S]*?<\/\1>/g, ''));
        if (found) told.push(`${role} ${path.replace(/\w{26}/g, ':id')} ${found[0]}`);
      }
    }
    expect(seen).toBeGreaterThan(50);
    expect(told).toEqual([]);
    // The station does see it, so that the test would notice a word that is spelt otherwise.
    expect((await zhou.open(`/batches/${batch}/health`)).html).toMatch(/合格（有限制）.*不宜登高/s);
  });

  it('is in no file', async () => {
    for (const role of ['officer', 'leader', 'coordinator'] as const) {
      const who = await signedIn(role);
      for (const [path, action] of [
        ['/workers', '/workers/export'],
        [`/batches/${batch}/travel`, `/batches/${batch}/roster-file`],
      ] as const) {
        const page = await who.open(path);
        if (!page.root.querySelector(`form[action="${action}"]`)) continue;
        const file = await who.download(page, action, { format: 'csv', shape: 'employer' });
        expect(await file.text(), `${role} ${action}`).not.toMatch(TELLS);
      }
    }
  });
});

describe('what lies behind a clinic’s yes', () => {
  it('does not show by links: the employer’s and the escort’s pages are the same for fit and fit with a restriction', async () => {
    const [employer, escort] = [await employers(), await escorts()];
    await setHealth(people[1]!, 'fit');
    const both = async () => {
      const pages = [
        await employer.phone.open(employer.page.url),
        await escort.phone.open(escort.page.url),
      ];
      return pages.map(({ html }) => steady(html));
    };
    await setHealth(people[0]!, 'fit');
    const fit = await both();
    await setHealth(people[0]!, 'fit_restricted', 'no_heights');
    expect(await both()).toEqual(fit);
    // The words that a roll call may say of anybody are no word on somebody.
    for (const html of fit)
      expect(html.replace(/<script id="roll-words"[^<]*/, '')).not.toMatch(TELLS);
    // Nor does another worker's own page tell of it, nor their own more than that they are ready.
    const own = await link('worker', await workerOf(people[2]!));
    expect(own.page.html).not.toMatch(TELLS);
  });

  it('has no column, anywhere, that could hold more than the conclusion', async () => {
    const { results } = await env.DB.prepare(
      "select m.name as tbl, p.name as col from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table' and m.name not like 'sqlite%' and m.name not like '\\_cf%' escape '\\'",
    ).all<{ tbl: string; col: string }>();
    expect(
      results.filter(({ col }) =>
        /(^|_)(lab|labs|assay|result|blood|diagnosis|symptoms?)(_|$)|hbs|hbv|hcg|pregnan/i.test(
          col,
        ),
      ),
    ).toEqual([]);
    const ofHealth = results
      .filter(({ tbl }) => tbl.startsWith('exam'))
      .map(({ tbl, col }) => `${tbl}.${col}`);
    expect(ofHealth.sort()).toEqual(COLUMNS_OF_HEALTH.toSorted());
  });
});
