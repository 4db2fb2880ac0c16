/** One does not come, the others arrive; the employer sends one of them back. */
import { addDays, dayOf, HOUR } from '../../../src/clock.ts';
import { type Browser, formsTo, type Page } from '../browser.ts';
import type { Telling } from '../telling.ts';

/** Ends with the batch at work. */
export async function travel(story: Telling): Promise<void> {
  await planned(story);
  const escort = story.newPhone();
  const roll = await story.openFirstLink(escort, `${story.batchPath}/travel`);
  const { present, page } = await boarded(story, escort, roll);
  await story.move(30 * HOUR);
  await arrived(story, escort, page.url, present);
  const reject = await handedOver(story, present.length);
  await sentHome(story, reject);
}

async function planned(story: Telling): Promise<void> {
  const { office } = story;
  const plan = await story.page('/travel');
  const departsOn = addDays(dayOf(await story.now()), 13);
  story.expect(
    await office.submit(plan, /\/legs$/, {
      mode: 'coach',
      vehicle: '甘G·00066',
      fromPlace: '河湾镇',
      toPlace: '厂区',
      departsAt: `${departsOn}T08:00`,
      arrivesAt: `${addDays(departsOn, 1)}T14:00`,
    }),
    'leg',
  );
  story.expect(
    await office.submit(plan, /\/escorts$/, {
      name: '马建成',
      phone: '13800000301',
      role: 'cadre',
    }),
    'escort',
  );
  story.expect(
    await story.event('lock', async () =>
      office.submit(await story.page('/travel'), /\/manifest$/),
    ),
    'lock',
  );
}

/** The first of the list does not come; answers with where the others are checked in. */
async function boarded(
  story: Telling,
  escort: Browser,
  roll: Page,
): Promise<{ present: string[]; page: Page }> {
  let page = roll;
  const [absent = '', ...present] = [...new Set(formsTo(roll, /\/check-ins\//))];
  for (const to of present) {
    const board = () => escort.submit(page, to, { outcome: 'boarded', '#button': '上车' });
    page = story.expect(
      to === present[5] ? await story.event('boarding', board) : await board(),
      'boarding',
    );
  }
  page = story.expect(
    await story.event('no-show', () =>
      escort.submit(page, absent, { outcome: 'no_show', '#button': '没来' }),
    ),
    'no-show',
  );
  page = story.expect(
    await story.event('departure', () => escort.submit(page, /\/departure$/)),
    'departure',
  );
  story.tell(`护送 ${present.length} 人上车，1 人没来，出发`);
  return { present, page };
}

async function arrived(
  story: Telling,
  escort: Browser,
  address: string,
  people: readonly string[],
): Promise<void> {
  let page = await escort.open(address);
  for (const to of people)
    page = story.expect(
      await escort.submit(page, to, { outcome: 'arrived', '#button': '到达' }),
      'arrival',
    );
  story.expect(await story.event('arrival', () => escort.submit(page, /\/arrival$/)), 'arrival');
  story.tell(`护送 ${people.length} 人到达`);
}

/** The employer signs for all but one; answers with the field that names whom. */
async function handedOver(story: Telling, arrivedCount: number): Promise<string> {
  const asked = await story.openFirstLink(story.employer, story.orderPath);
  const [reject = ''] = asked.root
    .querySelectorAll('select')
    .map((select) => select.getAttribute('name') ?? '');
  const signed = await story.event('handover', () =>
    story.employer.submit(asked, /\/handover$/, {
      count: String(arrivedCount - 1),
      name: '刘经理',
      [reject]: 'skill_differs',
    }),
  );
  story.expect(signed, 'handover');
  await story.stage('回访');
  story.tell(`护送 用工单位签收 ${arrivedCount - 1} 人，退回 1 人`);
  return reject;
}

async function sentHome(story: Telling, reject: string): Promise<void> {
  const rejected = await story.office.open(`/placements/${reject.slice('reject-'.length)}`);
  story.expect(
    await story.office.submit(rejected, /onward-way$/, {
      next: 'home',
      bearer: 'employer',
      cost: '268.5',
    }),
    'onward way',
  );
  story.tell('护送 被退回的人送回家，路费由用工单位承担');
}
