import { mac, macKey } from './keys.ts';

export const LINK_PURPOSES = ['employer', 'clinic', 'escort', 'worker'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export type LinkRow = { expiresAt: number; revokedAt: number | null };
export type LinkState = 'live' | 'expired' | 'revoked';

export function linkState(link: LinkRow, now: number): LinkState {
  if (link.revokedAt !== null) return 'revoked';
  return link.expiresAt <= now ? 'expired' : 'live';
}

/**
 * Days a link lives. A worker's own link has to outlast the work; the others end with their errand.
 */
export const LINK_DAYS: Record<LinkPurpose, number> = {
  employer: 60,
  clinic: 14,
  escort: 30,
  worker: 400,
};

/**
 * The 256-bit token of a link. It is derived from the link's id with a key that is not in the
 * database, so the station can copy a link again at any time although only the token's SHA-256 is
 * stored.
 */
export async function linkToken(secret: string, linkId: string): Promise<string> {
  return mac(await macKey(secret, 'link token'), linkId);
}
