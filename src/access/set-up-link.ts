import { mac, macKey, sameHash } from './keys.ts';

/**
 * The link by which the first administrator is made. Only whoever holds the station's secret can make it: whoever comes first
 * to an empty station, or to one whose database was lost, does not become its administrator. It ends with the first account.
 */
export const setUpToken = async (secret: string): Promise<string> =>
  (await mac(await macKey(secret, 'set-up link'), 'first administrator')).slice(0, 32);

export const isSetUpToken = async (secret: string, token: string): Promise<boolean> =>
  sameHash(await setUpToken(secret), token);
