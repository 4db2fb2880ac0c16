import { env, exports } from 'cloudflare:workers';
import { Browser } from '../../scripts/story/browser.ts';
import { seedDemo } from '../../scripts/seed/demo.ts';
import { ACCOUNTS, DEMO_PASSWORD } from '../../scripts/seed/town.ts';

const BASE = 'https://songxing.test';

/** The names of all tables that hold rows of ours. */
export async function tables(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\' and name not like 'sqlite%' and name <> 'd1_migrations' order by name",
  ).all<{ name: string }>();
  return results.map(({ name }) => name);
}

/**
 * The demo town in small: the same cast and batches, 600 people in the register. After a file that
 * ran for more than ten seconds the plugin's own reset leaves the rows of that file behind, so they
 * are removed here.
 */
export async function seedTown(): Promise<void> {
  if (await env.DB.prepare('select 1 from account limit 1').first())
    await env.DB.batch([
      env.DB.prepare('pragma defer_foreign_keys = on'),
      ...(await tables()).map((name) => env.DB.prepare(`delete from "${name}"`)),
    ]);
  await seedDemo(env.DB, env.SECRET, Date.now(), 600);
}

/** A visitor's browser that talks to the Worker itself. */
export function aVisitor(): Browser {
  return new Browser(BASE, 0, (address, init) => exports.default.fetch(new Request(address, init)));
}

export type RoleName = (typeof ACCOUNTS)[number]['role'];

/** Somebody of the cast, signed in. */
export async function signedIn(role: RoleName): Promise<Browser> {
  const browser = aVisitor();
  const { phone } = ACCOUNTS.find((account) => account.role === role)!;
  const page = await browser.submit(await browser.open('/sign-in'), '/sign-in', {
    phone,
    password: DEMO_PASSWORD,
  });
  if (page.url !== '/today') throw new Error(`${role} could not sign in: ${page.status}`);
  return browser;
}

export async function firstValue(sql: string, ...values: unknown[]): Promise<string> {
  return String(
    await env.DB.prepare(sql)
      .bind(...values)
      .first<string>('value'),
  );
}

/** Every row of every table, to see whether anything changed. */
export async function dump(): Promise<string> {
  const parts: string[] = [];
  for (const name of await tables()) {
    const { results } = await env.DB.prepare(`select * from "${name}"`).all();
    parts.push(`${name} ${JSON.stringify(results)}`);
  }
  return parts.join('\n');
}
