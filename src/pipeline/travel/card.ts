import { mac, macKey } from '../../access/keys.ts';

/**
 * The eight digits on somebody's card: typed where a code cannot be scanned. Made of the placement's id with a key that is
 * not in the database, so that nobody can guess another one's from the ids in addresses.
 */
export const cardCode = async (secret: string, placementId: string): Promise<string> => {
  const text = await mac(await macKey(secret, 'card code'), placementId);
  let number = 0;
  for (const char of text) number = (number * 31 + char.charCodeAt(0)) % 100_000_000;
  return String(number).padStart(8, '0');
};
