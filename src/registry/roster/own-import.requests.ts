import { ownVillage, read } from '../../access/session.ts';
import { subjectOfKey } from '../../access/audit.queries.ts';
import type { C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { done, problem } from '../../http/page.tsx';
import { idTime } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { limitOf } from '../retention.ts';
import { villages } from '../registry.queries.ts';
import * as imports from './import.queries.ts';

/** Officers see their own imports, the station sees all. */
export function whose(c: C): string | null {
  return ownVillage(c) === null ? null : (c.var.claims?.accountId ?? '');
}

/** An import with its parts, for whoever may see it; throws 404 for anybody else. */
export async function loadImport(c: C) {
  const { orm } = c.var.db;
  const id = c.req.param('id') ?? '';
  const {
    imported: [imported],
    parts,
    areas,
  } = await read(c, {
    imported: imports.importRow(orm, id),
    parts: imports.partStates(orm, id),
    areas: villages(orm),
  });
  if (!imported || (whose(c) !== null && imported.accountId !== whose(c))) throw notFound();
  return { imported, parts, villages: areas };
}

/**
 * What a tab that is behind is told: where this very form did it before, it is done; else that the
 * list has moved on, and nothing was done.
 */
export async function movedOn(c: C, key: string, id: string) {
  return (await subjectOfKey(c.var.db, key)) === id
    ? done(c, paths.import(id))
    : problem(c, 'import_moved_on', paths.import(id), 409);
}

/** Whether the rows of an import are still kept: after some time only how many came out how is. */
export function hasRows({ id }: { id: string }, now: number): boolean {
  return id >= idTime(limitOf('roster_text', now));
}
