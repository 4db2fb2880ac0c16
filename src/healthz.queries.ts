import { MINUTE } from './clock.ts';

/** What keeps the station from working as it should; nothing where `ok`. */
export type Health = { ok: boolean; database?: 'unreadable' | 'unwritable'; cron?: 'late' };

const CRON = 'cron_ran_at';
/** It runs every minute. */
const LATE_MS = 5 * MINUTE;
/** Whoever asks more often is told the same: the door is open to everybody. */
const ASKED_AGAIN_MS = 10_000;

function write(d1: D1Database, name: string, at: number) {
  return d1
    .prepare(
      `insert into setting (name, value) values (?1, ?2) on conflict (name) do update
      set value = ?2`,
    )
    .bind(name, String(at));
}

/** Notes that the minute's work was begun. */
export async function noteCron(d1: D1Database, now: number): Promise<void> {
  await write(d1, CRON, now).run();
}

async function look(d1: D1Database, now: number): Promise<Health> {
  let ranAt: number;
  try {
    const row = await d1
      .prepare('select value from setting where name = ?')
      .bind(CRON)
      .first<{ value: string }>();
    ranAt = Number(row?.value ?? now);
  } catch {
    return { ok: false, database: 'unreadable' };
  }
  try {
    // A full disk reads as ever.
    await write(d1, 'written_at', now).run();
  } catch {
    return { ok: false, database: 'unwritable' };
  }
  return now - ranAt > LATE_MS ? { ok: false, cron: 'late' } : { ok: true };
}

let last: { at: number; health: Health } | undefined;

/** Whether the database can be read and written, and the minute's work is done. */
export async function healthOf(d1: D1Database, now: number): Promise<Health> {
  if (last && now >= last.at && now - last.at < ASKED_AGAIN_MS) return last.health;
  const health = await look(d1, now);
  last = { at: now, health };
  return health;
}
