import type { Telling } from '../telling.ts';

/** How a story ended, and what was not as it should be. */
export type StoryEnd = {
  batchPath: string;
  code: string;
  /** What became of every place, as the page of the batch says it. */
  equation: string;
  closed: boolean;
  problems: string[];
};

/** Looks whether the batch is closed, and whether its places add up. */
export async function end(story: Telling): Promise<StoryEnd> {
  const { headcount, batchPath, code, problems } = story;
  const page = await story.page();
  const equation = page.root
    .querySelectorAll('.legend li')
    .map((li) => li.text.replace(/\s+/g, ' ').trim())
    .join(' + ');
  const sum = [...equation.matchAll(/\d+/g)].reduce((total, [count]) => total + Number(count), 0);
  story.check(sum === headcount, `the equation adds up to ${sum}, not ${headcount}`);
  const closed = await story.isClosed();
  story.check(closed, 'the batch is not closed');
  story.tell(`${headcount} = ${equation}`);
  return { batchPath, code, equation, closed, problems };
}
