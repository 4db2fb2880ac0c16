type Word = { given: boolean; actor: string };

/**
 * Whether somebody's last own word on the use of their data, by their own link, is a no (PIPL art.
 * 15): the station cannot speak for them again, whatever it noted since.
 * @param words every word on it, the newest first
 */
export function hasWithdrawn(words: readonly Word[]): boolean {
  return words.find(({ actor }) => actor.startsWith('link:'))?.given === false;
}
