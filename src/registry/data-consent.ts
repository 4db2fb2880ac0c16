/**
 * Whether somebody took their consent to the use of their data back by their own link (PIPL art. 15): the station cannot
 * speak for them again.
 * @param last the newest word on it
 */
export const isOwnWithdrawal = (last: { given: boolean; actor: string } | undefined): boolean =>
  last !== undefined && !last.given && last.actor.startsWith('link:');
