import { setTimeout as sleep } from 'node:timers/promises';
import type { Telling } from '../telling.ts';

/** The reserve who was asked takes the vacated place, on their own phone. */
export async function promote(story: Telling): Promise<void> {
  const { phone, page } = await story.workerPhone(await asked(story));
  story.expect(
    await story.event('promotion', () => phone.submit(page, /\/place$/, { answer: 'yes' })),
    'promotion',
  );
}

/** The reserve whom the workflow has asked to take the vacated place. */
async function asked(story: Telling): Promise<string> {
  for (let i = 0; i < 200; i++) {
    const page = await story.page();
    const line = page.root
      .querySelectorAll('.waits a')
      .find((a) => a.text.includes('等候补答复补不补'));
    const to = line?.getAttribute('href');
    if (to) return to;
    await sleep(100);
  }
  throw new Error('no reserve was asked');
}
