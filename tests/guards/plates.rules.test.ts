import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

type Source = { file: string; text: string };

function sourcesIn(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

const sources = [...sourcesIn('src'), ...sourcesIn('views')];

/** Files that wear a plate which is not true: queries without a query, middleware without any. */
function withFalsePlate(all: readonly Source[]): string[] {
  const PLATES: [plate: RegExp, sign: RegExp][] = [
    [/\.queries\.tsx?$/, /\borm\b|\bsql`|\bstatement<|\.prepare\(/],
    [/\.middleware\.tsx?$/, /createMiddleware|MiddlewareHandler/],
    [/\.routes\.tsx?$/, /new Hono</],
    [/\.app\.ts$/, /\.route\('\/', /],
    [/\.tables\.ts$/, /sqliteTable\(/],
    [/\.stage\.ts$/, /: Slice = /],
  ];
  return all
    .filter(({ file, text }) =>
      PLATES.some(([plate, sign]) => plate.test(file) && !sign.test(text)),
    )
    .map(({ file }) => file);
}

/** Functions at the top of a file that are kept in a constant without a type of its own. */
function arrowsAtTheTop({ file, text }: Source): string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind);
  return tree.statements
    .filter(ts.isVariableStatement)
    .filter(({ declarationList }) => declarationList.flags & ts.NodeFlags.Const)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .filter(({ type, initializer }) => !type && initializer && ts.isArrowFunction(initializer))
    .map(({ name }) => `${file}: ${ts.isIdentifier(name) ? name.text : '?'}`);
}

const longLines = ({ file, text }: Source): string[] =>
  text.split('\n').flatMap((line, i) => (line.length > 100 ? [`${file}:${i + 1}`] : []));

describe('a file says by its name what it is', () => {
  it('truly', () => {
    expect(sources.length).toBeGreaterThan(400);
    expect(withFalsePlate(sources)).toEqual([]);
  });

  it('and one that does not would be found', () => {
    const planted = [
      { file: 'src/registry/planted.queries.ts', text: 'export function planted() {}' },
      { file: 'src/http/planted.middleware.ts', text: 'export function planted() {}' },
    ];
    expect(withFalsePlate(planted)).toEqual(planted.map(({ file }) => file));
  });
});

describe('what is written has room', () => {
  it('in a hundred columns', () => {
    expect(sources.flatMap(longLines)).toEqual([]);
  });

  it('and its functions stand as declarations', () => {
    expect(sources.flatMap(arrowsAtTheTop)).toEqual([]);
  });

  it('and what does not would be found', () => {
    const planted = { file: 'a.ts', text: `export const f = () => '${'x'.repeat(100)}';` };
    expect([longLines(planted), arrowsAtTheTop(planted)]).toEqual([['a.ts:1'], ['a.ts: f']]);
  });
});
