import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm';
import { decryptField } from '../access/field-encryption.ts';
import { MINUTE } from '../clock.ts';
import { openDatabase } from '../db/client.ts';
import type { Env } from '../env.ts';
import { robotText } from '../../views/notices/robot-text.ts';
import { delivery, robot } from './notices.tables.ts';
import { BACK_OFF_MINUTES, dingTalkSignature, isRobotUrl, robotBody } from './robot.ts';
import type { Orm } from '../db/orm.ts';

type RobotRow = typeof robot.$inferSelect;

const TIMEOUT_MS = 5000;
const BATCH = 20;

/**
 * Posts one text to a robot. Returns null when it was taken, or a short reason without the address.
 */
export async function postToRobot(
  env: Env,
  to: RobotRow,
  content: string,
  realNow: number,
): Promise<string | null> {
  try {
    const address = await decryptField(env.SECRET, to.urlCipher);
    // It may have been entered when other hosts were allowed.
    if (!isRobotUrl(to.kind, address, env.ROBOT_HOSTS)) return 'address';
    const url = new URL(address);
    if (to.kind === 'dingtalk' && to.secretCipher) {
      const secret = await decryptField(env.SECRET, to.secretCipher);
      url.searchParams.set('timestamp', String(realNow));
      url.searchParams.set('sign', await dingTalkSignature(secret, realNow));
    }
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(robotBody(content)),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // Whoever answers does not say where else to post to.
      redirect: 'manual',
    });
    if (!response.ok) return `HTTP ${response.status}`;
    const answer = await response.json<{ errcode?: number }>();
    return answer.errcode ? `errcode ${answer.errcode}` : null;
  } catch (error) {
    return error instanceof Error ? error.name : 'unreachable';
  }
}

/**
 * Takes up one try at a delivery, so that no other run makes the same one. It comes due again at
 * `retryAt`, also where this run dies before it is told.
 */
function claim(orm: Orm, { id, attempts }: typeof delivery.$inferSelect, retryAt: number | null) {
  return orm
    .update(delivery)
    .set({ attempts: attempts + 1, nextAt: retryAt })
    .where(and(eq(delivery.id, id), eq(delivery.attempts, attempts), isNotNull(delivery.nextAt)))
    .returning({ id: delivery.id });
}

/**
 * Delivers what is due in the outbox. A failure is tried again later, with growing gaps, and then
 * given up.
 */
export async function deliverOutbox(env: Env, now: number): Promise<number> {
  const db = openDatabase(env.DB);
  const [due] = await db.batch([
    db.orm
      .select()
      .from(delivery)
      .where(lte(delivery.nextAt, now))
      .orderBy(asc(delivery.nextAt))
      .limit(BATCH),
  ]);
  if (due.length === 0) return 0;
  const [robots] = await db.batch([
    db.orm
      .select()
      .from(robot)
      .where(inArray(robot.id, [...new Set(due.map((d) => d.robotId))])),
  ]);
  for (const item of due) {
    // Switched off or removed meanwhile: what was queued for it is dropped, and shown as such.
    const to = robots.find((r) => r.id === item.robotId && r.enabled);
    const wait = BACK_OFF_MINUTES[item.attempts];
    const retryAt = to && wait !== undefined ? now + wait * MINUTE : null;
    const [claimed] = await db.batch([claim(db.orm, item, retryAt)]);
    // Another run that began at the same time tells it.
    if (claimed.length === 0) continue;
    const error = to
      ? await postToRobot(env, to, robotText(item.kind, item.code), Date.now())
      : 'robot off';
    const outcome =
      error === null ? { nextAt: null, deliveredAt: now, lastError: null } : { lastError: error };
    await db.batch([db.orm.update(delivery).set(outcome).where(eq(delivery.id, item.id))]);
  }
  return due.length;
}
