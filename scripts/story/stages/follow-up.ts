/** Every visit is made on its day; one worker has not been paid. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DAY } from '../../../src/clock.ts';
import { formsTo, textOf } from '../browser.ts';
import { idIn, type Telling } from '../telling.ts';

/** Visits made so far, and whether anybody has said that no wages came. */
type Visits = { made: number; unpaid: boolean };

/** Ends with the batch closed, or after 200 days. */
export async function followUp(story: Telling): Promise<void> {
  const visits: Visits = { made: 0, unpaid: false };
  for (let days = 0; days < 200;) {
    const page = await story.page('/follow-up');
    const due = formsTo(page, /^\/visits\/\w{26}\/outcome$/).map((to) => `/visits/${idIn(to)}`);
    for (const path of due) await visit(story, path, visits);
    if (await isOver(story)) break;
    const step = due.length > 0 ? 1 : 3;
    days += step;
    await story.move(step * DAY);
  }
  for (let tries = 0; tries < 50 && !(await story.isClosed()); tries++) {
    await story.office.post('/demo/clock', { ms: '0' });
    await sleep(100);
  }
  story.check(visits.unpaid, 'no unpaid wage was met');
  story.tell(`回访 ${visits.made} 次，1 人工资没发，已立案`);
}

const ANSWERS = {
  outcome: 'done',
  working: 'yes',
  contractHeld: 'yes',
  papersHeld: 'yes',
  wantsHome: 'no',
  '#button': '联系上了',
};

async function visit(story: Telling, path: string, visits: Visits): Promise<void> {
  const page = await story.office.open(path);
  const isPayDay = textOf(page).includes('工资是否发');
  const isWronged = isPayDay && !visits.unpaid;
  if (isWronged) visits.unpaid = true;
  const record = () =>
    story.office.submit(page, `${path}/outcome`, {
      ...ANSWERS,
      ...(isPayDay ? { paid: isWronged ? '0' : '5120' } : {}),
    });
  const usual = visits.made === 10 ? 'visit' : '';
  const name = isWronged ? 'unpaid visit' : usual;
  story.expect(name ? await story.event(name, record) : await record(), 'visit');
  visits.made += 1;
}

async function isOver(story: Telling): Promise<boolean> {
  const page = await story.page('/follow-up');
  return !formsTo(page, /outcome$/).length && (await story.isClosed());
}
