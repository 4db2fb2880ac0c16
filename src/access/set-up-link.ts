import { mac, macKey, sameHash } from './keys.ts';

/**
 * The link by which the first administrator is made. Only whoever holds the station's secret can
 * make it: whoever comes first to an empty station, or to one whose database was lost, does not
 * become its administrator. It ends with the first account.
 */
export async function setUpToken(secret: string): Promise<string> {
  return (await mac(await macKey(secret, 'set-up link'), 'first administrator')).slice(0, 32);
}

export async function isSetUpToken(secret: string, token: string): Promise<boolean> {
  return sameHash(await setUpToken(secret), token);
}
