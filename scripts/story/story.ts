/**
 * One batch of forty people from demand to the last visit, played through pages, forms and links
 * only.
 */
import { demand } from './stages/demand.ts';
import { documents } from './stages/documents.ts';
import { end, type StoryEnd } from './stages/end.ts';
import { followUp } from './stages/follow-up.ts';
import { health } from './stages/health.ts';
import { recruitment } from './stages/recruitment.ts';
import { travel } from './stages/travel.ts';
import { type StoryOptions, Telling } from './telling.ts';

/** Plays the story; throws where a page does not lead on. */
export async function playStory(options: StoryOptions): Promise<StoryEnd> {
  const story = new Telling(options);
  for (const stage of [demand, recruitment, health, documents, travel, followUp])
    await stage(story);
  return end(story);
}
