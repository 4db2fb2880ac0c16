/** People are proposed, asked and selected; two more leave, and reserves take their places. */
import type { Page } from '../browser.ts';
import type { Telling } from '../telling.ts';
import { promote } from './reserve.ts';

/** How many stand on the reserve list. */
const EXTRA = 4;
/** How many say no when they are asked. */
const DECLINING = 2;

/** Ends with the batch at the clinic. */
export async function recruitment(story: Telling): Promise<void> {
  const wanted = story.headcount + EXTRA + DECLINING;
  for (let added = 0; added < wanted;) added += await register(story, wanted - added, added === 0);
  await offer(story);
  story.tell(`招募 推荐并告知 ${wanted} 人`);
  await answers(story);
  await select(story);
  await story.stage('体检');
  story.tell(`招募 选定 ${story.headcount} 人，候补 ${EXTRA} 人`);
  await withdrawals(story);
}

/** Takes on whom the registry proposes; answers with how many that are. */
async function register(story: Telling, limit: number, isFirst: boolean): Promise<number> {
  const page = await story.page('/recruitment');
  const proposed = proposedOn(page).slice(0, limit);
  if (proposed.length === 0) throw new Error('the registry proposes nobody');
  const name = isFirst ? 'registration' : 'second registration';
  const answer = await story.event(name, () =>
    story.office.submit(page, /\/placements$/, { people: proposed }),
  );
  // Where something speaks against somebody, a word is asked for.
  const isAsked = answer.root.querySelector('#word') !== null;
  story.expect(
    isAsked
      ? await story.office.submit(answer, /\/placements$/, { word: '电话里确认过，本人愿意去' })
      : answer,
    'registration',
  );
  return proposed.length;
}

/** Nobody who may not go; those first against whom the least speaks. */
function proposedOn(page: Page): string[] {
  return page.root
    .querySelectorAll('form[action$="/placements"] .ticks li')
    .filter((li) => !li.querySelector('.tag.bad'))
    .toSorted(
      (a, b) => a.querySelectorAll('.tag.wait').length - b.querySelectorAll('.tag.wait').length,
    )
    .map((li) => li.querySelector('input')?.getAttribute('value') ?? '');
}

async function offer(story: Telling): Promise<void> {
  const list = await story.page('/recruitment');
  const offered = await story.event('offers', () => story.office.submit(list, /\/offers$/));
  story.expect(offered, 'offers');
}

/** Two say no; of the others most say yes on their own phones, the rest at the counter. */
async function answers(story: Telling): Promise<void> {
  const candidates = await story.placements('candidates');
  const rest = candidates.slice(DECLINING);
  for (const placement of candidates.slice(0, DECLINING)) {
    const { phone, page } = await story.workerPhone(placement);
    story.expect(await phone.submit(page, /\/withdrawal$/), 'decline');
  }
  const byLink = rest.slice(0, Math.ceil(rest.length * 0.7));
  for (const placement of byLink) {
    const { phone, page } = await story.workerPhone(placement);
    const consent = () => phone.submit(page, /\/consent$/);
    story.expect(
      placement === byLink[3] ? await story.event('consent', consent) : await consent(),
      'consent',
    );
  }
  const spoken = rest.slice(byLink.length);
  for (const placement of spoken)
    story.expect(
      await story.office.submit(await story.office.open(placement), /\/consent$/, {
        manner: 'spoken',
      }),
      'witnessed consent',
    );
  story.tell(`招募 ${DECLINING} 人不去，${byLink.length} 人自己同意，${spoken.length} 人当面同意`);
}

async function select(story: Telling): Promise<void> {
  const { office } = story;
  story.expect(
    await story.event('selection', async () =>
      office.submit(await story.page('/recruitment'), /\/selections$/),
    ),
    'selection',
  );
  story.expect(await office.submit(await story.page('/recruitment'), /\/reserves$/), 'reserve');
}

async function withdrawals(story: Telling): Promise<void> {
  const places = await story.placements('all');
  for (const placement of places.slice(4, 6)) {
    const { phone, page } = await story.workerPhone(placement);
    story.expect(
      await story.event('withdrawal', () => phone.submit(page, /\/withdrawal$/)),
      'withdrawal',
    );
    await promote(story);
  }
  story.tell('招募 2 人退出，问过 2 名候补，都愿意补上');
}
