/** An order, the employer's counter-offer, and its confirmation. */
import { addDays, dayOf } from '../../../src/clock.ts';
import { forwardedIn, linksTo } from '../browser.ts';
import { idIn, type Telling } from '../telling.ts';

/** Ends with the batch recruiting. */
export async function demand(story: Telling): Promise<void> {
  await story.signIn();
  const startsOn = addDays(dayOf(await story.now()), 12);
  const landing = await ordered(story, startsOn);
  const talk = await countered(story, landing, addDays(startsOn, 1));
  await agreed(story, talk);
  await story.stage('招募');
  story.tell(`需求 按 ${story.headcount} 人修改，用工单位确认`);
}

/** Sends an order; answers with the employer's link to it. */
async function ordered(story: Telling, startsOn: string): Promise<string> {
  const { office } = story;
  const form = await office.open('/orders/new');
  const order = await story.event('order', () =>
    office.submit(form, '/orders', {
      trade: 'assembly',
      headcount: String(story.headcount + 6),
      startsOn,
      site: '工业园 6 号厂房',
      wageLow: '4800',
      wageHigh: '5600',
      contractMonths: '3',
    }),
  );
  story.expect(order, 'order');
  story.orderPath = `/orders/${idIn(order.url)}`;
  const sent = await story.event('sending', () => office.submit(order, /\/sending$/));
  const landing = forwardedIn(story.expect(sent, 'sending'));
  story.batchPath = linksTo(await office.open(story.orderPath), /^\/batches\/\w{26}$/)[0] ?? '';
  story.code = (await story.page()).root.querySelector('.top b')?.text ?? '';
  story.tell(`需求 用工单 ${story.headcount + 6} 人，${story.code} 已开，链接发给用工单位`);
  return landing;
}

/** The employer asks for fewer, a day later; answers with where they talk. */
async function countered(story: Telling, landing: string, startsOn: string): Promise<string> {
  const asked = await story.openLink(story.employer, landing);
  const countered = await story.event('counter', () =>
    story.employer.submit(asked, /\/reply$/, {
      kind: 'counter',
      headcount: String(story.headcount),
      startsOn,
    }),
  );
  story.expect(countered, 'counter');
  story.tell(`需求 用工单位要改成 ${story.headcount} 人`);
  return countered.url;
}

async function agreed(story: Telling, talk: string): Promise<void> {
  const { office, employer } = story;
  const amendment = await office.open(`${story.orderPath}/amendment`);
  const amended = await story.event('amendment', () => office.submit(amendment, /\/amendment$/));
  story.expect(await office.submit(story.expect(amended, 'amendment'), /\/sending$/), 'send again');
  const again = await employer.open(`/e/${idIn(talk)}`);
  const confirmed = await story.event('confirmation', () =>
    employer.submit(again, /\/reply$/, { kind: 'confirm' }),
  );
  story.expect(confirmed, 'confirmation');
}
