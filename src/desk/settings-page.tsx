import type { ErrorCode } from '../error-code.ts';
import { desc } from 'drizzle-orm';
import type { Context } from 'hono';
import type { z } from 'zod';
import * as accounts from '../access/account.queries.ts';
import { record } from '../access/audit.queries.ts';
import { actor, allows, read } from '../access/session.ts';
import type { Queries } from '../db/client.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { type FormErrors, readForm } from '../http/forms.ts';
import { done, page, wordsOf } from '../http/page.tsx';
import { delivery, robot } from '../notices/notices.tables.ts';
import { paths } from '../paths.ts';
import { agencies, clinics, villages } from '../registry/registry.queries.ts';
import { SettingsBody, type SettingsForm } from '../../views/settings/settings.tsx';
import { figuresOf } from '../settings/figures.ts';
import { figuresQuery } from '../settings/figures.queries.ts';
import { stationOf, stationQuery } from '../settings/station.queries.ts';
import { violates } from '../db/errors.ts';
import type { Query } from '../db/orm.ts';

type Problem = { form: SettingsForm; values: Record<string, string>; errors: FormErrors };

export async function show(c: C, extra: { problem?: Problem; told?: string } = {}, status?: 422) {
  const { orm } = c.var.db;
  const {
    station,
    kept: [kept],
    people,
    areas,
    agents,
    doctors,
    robots,
    deliveries,
  } = await read(c, {
    station: stationQuery(orm),
    kept: figuresQuery(orm),
    people: accounts.allAccounts(orm),
    areas: villages(orm),
    agents: agencies(orm),
    doctors: clinics(orm),
    robots: orm
      .select({ id: robot.id, kind: robot.kind, name: robot.name, enabled: robot.enabled })
      .from(robot),
    deliveries: orm.select().from(delivery).orderBy(desc(delivery.id)).limit(5),
  });
  return page(
    c,
    { title: wordsOf(c).settings.title, at: 'more', headed: true },
    <SettingsBody
      station={stationOf(station)}
      figures={figuresOf(kept?.value)}
      accounts={people.map(({ passwordHash: _, ...rest }) => rest)}
      villages={areas}
      agencies={agents}
      clinics={doctors}
      robots={robots}
      deliveries={deliveries}
      mayWrite={allows(c, 'settings.write')}
      mayAudit={allows(c, 'audit.read')}
      {...extra}
    />,
    status,
  );
}

type About<T> = {
  /** What the audit calls it, where that depends on what was asked. */
  action?: (value: T) => string;
  /** What the audit tells beside: whom it was about, by name. */
  detail?: (value: T) => Record<string, unknown>;
  /** One row where the thing of the address exists; nobody's answers 404. */
  exists?: (c: C, id: string) => Query;
};

/**
 * One settings form: validated, written with its audit row, shown again with its errors where it
 * was wrong.
 */
export function saves<T>(
  form: SettingsForm,
  schema: z.ZodType<T>,
  action: string,
  writes: (c: C, value: T, now: number) => Promise<Query[]> | Query[],
  about: About<T> = {},
) {
  return async (c: Context<AppEnv>) => {
    const read_ = await readForm(c, schema);
    const again = (errors: FormErrors) =>
      show(c, { problem: { form, values: read_.values, errors } }, 422);
    if (!read_.ok) return again(read_.errors);
    const asked: Queries = about.exists ? { there: about.exists(c, own(c)) } : {};
    const { there } = (await read(c, asked)) as { there?: unknown[] };
    if (there?.length === 0) throw notFound();
    const { db, now } = c.var;
    const line = {
      key: read_.key,
      at: now,
      actor: actor(c),
      action: about.action?.(read_.value) ?? action,
      subject: c.req.param('id') ?? form,
      detail: about.detail?.(read_.value) ?? {},
    };
    try {
      await record(db, line, await writes(c, read_.value, now));
    } catch (error) {
      if (error instanceof FieldProblem) return again({ [error.field]: error.code });
      if (violates(error, 'account.phone')) return again({ phone: 'phone_known' });
      throw error;
    }
    return done(c, `${paths.settings}#${form}`);
  };
}

export class FieldProblem extends Error {
  readonly field: string;
  readonly code: ErrorCode;

  constructor(field: string, code: ErrorCode) {
    super(code);
    this.field = field;
    this.code = code;
  }
}

export function own(c: C): string {
  return c.req.param('id') ?? '';
}
