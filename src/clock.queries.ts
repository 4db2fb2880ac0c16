import type { Env } from './env.ts';

/**
 * How far the demo clock runs ahead of the real one, in ms. Read once an isolate; only a demo can
 * move it.
 */
let ahead: number | null = null;

function isMovable(env: Env): boolean {
  return env.ENVIRONMENT === 'local' && env.CLOCK === 'movable';
}

/**
 * The present instant. In production, and wherever the launcher did not ask for a movable clock,
 * the real one.
 */
export async function readNow(env: Env): Promise<number> {
  if (!isMovable(env)) return Date.now();
  ahead ??= Number(
    (await env.DB.prepare("select value from setting where name = 'clock_ahead_ms'").first<string>(
      'value',
    )) ?? 0,
  );
  return Date.now() + ahead;
}

/** Moves the demo clock forward. Throws where the clock cannot be moved. */
export async function moveClock(env: Env, byMs: number): Promise<number> {
  if (!isMovable(env)) throw new Error('the clock is not movable here');
  const now = await readNow(env);
  ahead = (ahead ?? 0) + byMs;
  await env.DB.prepare(
    `insert into setting (name, value) values ('clock_ahead_ms', ?1) on conflict (name) do update
    set value = ?1`,
  )
    .bind(String(ahead))
    .run();
  return now + byMs;
}
