import { toBase64Url } from '../access/keys.ts';

export const ROBOT_KINDS = ['wecom', 'dingtalk'] as const;
export type RobotKind = (typeof ROBOT_KINDS)[number];

/** Which host a robot's address has: the vendors' own. */
const HOSTS: Record<RobotKind, string> = {
  wecom: 'qyapi.weixin.qq.com',
  dingtalk: 'oapi.dingtalk.com',
};

/**
 * Whether an address may be posted to: https and the vendor's host by its name, so that the app
 * cannot be made to call whatever else it can reach, on its own machine or behind it. Asked when an
 * address is entered, and again before each post.
 * @param own hosts (`host` or `host:port`, with commas between) that whoever runs the station
 * allows beside the vendors'
 */
export function isRobotUrl(kind: RobotKind, address: string, own = ''): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (/^https?:$/.test(url.protocol) && own.split(',').includes(url.host)) return true;
  return url.protocol === 'https:' && url.host === HOSTS[kind];
}

/**
 * DingTalk's signature of a request: base64 of HMAC-SHA-256 over `timestamp\nsecret` with the
 * secret as key, as query parameters (open.dingtalk.com, "custom robot: security settings").
 */
export async function dingTalkSignature(secret: string, timestamp: number): Promise<string> {
  const bytes = new TextEncoder();
  const key = await crypto.subtle.importKey(
    'raw',
    bytes.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const signed = new Uint8Array(
    await crypto.subtle.sign('HMAC', key, bytes.encode(`${timestamp}\n${secret}`)),
  );
  const url = toBase64Url(signed).replaceAll('-', '+').replaceAll('_', '/');
  return url + '='.repeat((4 - (url.length % 4)) % 4);
}

/** Both vendors take the same body for a plain text. */
export function robotBody(content: string) {
  return { msgtype: 'text', text: { content } };
}

/**
 * Minutes to wait after the n-th failure; after the last the delivery is given up and shown as
 * failed.
 */
export const BACK_OFF_MINUTES = [1, 5, 15, 60, 240, 720];
