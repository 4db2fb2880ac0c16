/** Everybody is examined: one twice, one is unfit, and a reserve takes that place. */
import { dayOf } from '../../../src/clock.ts';
import { type Browser, formsTo, type Page } from '../browser.ts';
import { idIn, type Telling } from '../telling.ts';
import { promote } from './reserve.ts';

/** Ends with the batch collecting papers. */
export async function health(story: Telling): Promise<void> {
  await booked(story);
  const clinic = story.newPhone();
  let list = await story.openFirstLink(clinic, `${story.batchPath}/health`);
  const { placed, others } = await listed(story, list);
  const [unfit = '', recheck = '', ...fit] = placed;
  for (const to of [...fit, ...others]) {
    const say = () => concluded(clinic, list, to, 'fit');
    list = story.expect(
      to === fit[2] ? await story.event('conclusion', say) : await say(),
      'conclusion',
    );
  }
  list = story.expect(
    await story.event('recheck', () => concluded(clinic, list, recheck, 'recheck')),
    'recheck',
  );
  list = story.expect(
    await story.event('unfit', () => concluded(clinic, list, unfit, 'unfit')),
    'unfit',
  );
  await promote(story);
  list = await clinic.open(list.url);
  story.expect(await concluded(clinic, list, recheck, 'fit'), 'fit after recheck');
  await story.stage('办证');
  const first = fit.length + others.length;
  story.tell(`体检 ${first} 人合格，1 人复查后合格，1 人不合格由候补补上`);
}

async function booked(story: Telling): Promise<void> {
  const page = await story.page('/health');
  const people = page.root
    .querySelectorAll('.ticks input')
    .map((input) => input.getAttribute('value') ?? '');
  const heldOn = dayOf(await story.now());
  story.expect(
    await story.event('booking', () =>
      story.office.submit(page, /\/exam-days$/, { people, heldOn }),
    ),
    'booking',
  );
}

/** The forms of the clinic's list: of those who have a place, and of the reserve. */
async function listed(story: Telling, list: Page): Promise<Record<'placed' | 'others', string[]>> {
  const places = new Set((await story.placements('all')).map(idIn));
  const forms = [...new Set(formsTo(list, /\/conclusions\//))];
  const hasPlace = (to: string): boolean => places.has(idIn(to.split('/conclusions/')[1] ?? ''));
  return { placed: forms.filter(hasPlace), others: forms.filter((to) => !hasPlace(to)) };
}

const BUTTONS = { fit: '合格', recheck: '需复查', unfit: '不合格' };

function concluded(
  clinic: Browser,
  list: Page,
  to: string,
  conclusion: keyof typeof BUTTONS,
): Promise<Page> {
  return clinic.submit(list, to, { conclusion, '#button': BUTTONS[conclusion] });
}
