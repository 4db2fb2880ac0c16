import { env } from 'cloudflare:workers';
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import * as access from '../../src/access/access.tables.ts';
import * as notices from '../../src/notices/notices.tables.ts';
import * as batch from '../../src/pipeline/batch/batch.tables.ts';
import * as demand from '../../src/pipeline/demand/demand.tables.ts';
import * as documents from '../../src/pipeline/documents/documents.tables.ts';
import * as followUp from '../../src/pipeline/follow-up/follow-up.tables.ts';
import * as health from '../../src/pipeline/health/health.tables.ts';
import * as ledger from '../../src/pipeline/ledger/ledger.tables.ts';
import * as recruitment from '../../src/pipeline/recruitment/recruitment.tables.ts';
import * as travel from '../../src/pipeline/travel/travel.tables.ts';
import * as registry from '../../src/registry/registry.tables.ts';
import { seedTown } from '../support/town.ts';

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What is wrong with a migration's text: whatever D1 would let pass and lose rows by. */
function faults(sql: string): string[] {
  return [
    ...(/on delete cascade/i.test(sql) ? ['cascade'] : []),
    ...(/drop table/i.test(sql) ? ['drops a table'] : []),
  ];
}

it('makes every table and column that the code knows', async () => {
  const modules = [
    access,
    notices,
    batch,
    demand,
    documents,
    followUp,
    health,
    ledger,
    recruitment,
    travel,
    registry,
  ];
  const tables = modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is SQLiteTable => is(value, Table));
  expect(tables.length).toBeGreaterThan(25);
  for (const table of tables) {
    const { results } = await env.DB.prepare(
      `select name from pragma_table_info('${getTableName(table)}')`,
    ).all<{
      name: string;
    }>();
    const wanted = Object.entries(getTableColumns(table)).map(([key, column]) =>
      column.keyAsName ? snake(key) : column.name,
    );
    expect(results.map((row) => row.name).sort(), getTableName(table)).toEqual(wanted.sort());
  }
});

it('keeps no row twice: tables with a text key have no rowid of their own', async () => {
  const { results } = await env.DB.prepare(
    "select name, sql from sqlite_master where type = 'table' and sql like '%text PRIMARY KEY%'",
  ).all<{
    name: string;
    sql: string;
  }>();
  expect(results.length).toBeGreaterThan(20);
  expect(results.filter((row) => !/without rowid/i.test(row.sql)).map((row) => row.name)).toEqual(
    [],
  );
});

it('leaves no row without its parent in a whole town', async () => {
  await seedTown();
  const { results } = await env.DB.prepare('pragma foreign_key_check').all();
  expect(results).toEqual([]);
});

it('has nothing in it that loses rows, and would notice it', () => {
  for (const { name, queries } of env.TEST_MIGRATIONS)
    expect(queries.flatMap(faults), name).toEqual([]);
  expect(faults('DROP TABLE `worker`')).toEqual(['drops a table']);
  expect(faults('CREATE TABLE a (b text REFERENCES c(d) ON DELETE cascade)')).toEqual(['cascade']);
});

it('carries over what a Worker of before still writes into the table that the ledger took over', async () => {
  await env.DB.batch([
    env.DB.prepare(
      "insert into exam_cost (id, exam_day_id, placement_id, payer, amount_fen, at, actor) select 'OLD', id, (select id from placement limit 1), 'station', 8500, 1, 'account:old' from exam_day limit 1",
    ),
  ]);
  const entry = await env.DB.prepare(
    "select line, kind, bearer, amount_fen from ledger_entry where id like 'exam:%:OLD'",
  ).first();
  expect(entry).toEqual({ line: 'medicals', kind: 'spent', bearer: 'station', amount_fen: 8500 });
});
