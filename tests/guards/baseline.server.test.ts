import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildAll } from '../../scripts/build.ts';

/**
 * What browsers of the baseline (Chromium 86, Safari 14) lack, and since when the younger of the
 * two has it. `ponyfill`: what stands in a bundle that brings its own.
 */
const NEWER: { name: string; uses: RegExp; since: string; ponyfill?: RegExp }[] = [
  {
    name: 'toSorted and its kind',
    uses: /\.(toSorted|toReversed|toSpliced)\(/,
    since: 'Chrome 110, Safari 16',
  },
  { name: 'findLast', uses: /\.findLast(Index)?\(/, since: 'Chrome 97, Safari 15.4' },
  {
    name: 'at',
    uses: /\.at\(/,
    since: 'Chrome 92, Safari 15.4',
    ponyfill: /\(Array\.prototype,"at",/,
  },
  {
    name: 'hasOwn',
    uses: /Object\.hasOwn\b/,
    since: 'Chrome 93, Safari 15.4',
    ponyfill: /\(Object,"hasOwn",/,
  },
  {
    name: 'AbortSignal.timeout',
    uses: /AbortSignal\.(timeout|any)\b/,
    since: 'Chrome 103, Safari 16',
  },
  {
    name: 'a signal for listeners',
    uses: /\{[^{}]*\bsignal:[^{}]*\}\)/,
    since: 'Chrome 90, Safari 15 (fetch has it)',
    ponyfill: /fetch\(/,
  },
  {
    name: 'FormData of a button',
    uses: /new FormData\([^(),]+,/,
    since: 'Chrome 112, Safari 16.4',
  },
  { name: 'structuredClone', uses: /\bstructuredClone\(/, since: 'Chrome 98, Safari 15.4' },
  { name: 'randomUUID', uses: /\.randomUUID\(/, since: 'Chrome 92, Safari 15.4' },
  { name: 'canParse', uses: /URL\.(canParse|parse)\(/, since: 'Chrome 120, Safari 17' },
  { name: 'groupBy', uses: /(Object|Map)\.groupBy\(/, since: 'Chrome 117, Safari 17.4' },
  {
    name: 'withResolvers',
    uses: /Promise\.(withResolvers|try)\(/,
    since: 'Chrome 119, Safari 17.4',
  },
  { name: 'Promise.any', uses: /Promise\.any\(/, since: 'Chrome 85, Safari 14' },
  { name: 'Array.fromAsync', uses: /Array\.fromAsync\(/, since: 'Chrome 121, Safari 16.4' },
  {
    name: 'isWellFormed',
    uses: /\.(isWellFormed|toWellFormed)\(/,
    since: 'Chrome 111, Safari 16.4',
  },
  {
    name: 'sets that add up',
    uses: /\.(isSubsetOf|isSupersetOf|symmetricDifference)\(/,
    since: 'Chrome 122, Safari 17',
  },
  {
    name: 'helpers of iterators',
    uses: /\.(values|keys|entries)\(\)\.(map|filter|take|drop|toArray|some|every|find)\(/,
    since: 'Chrome 122, Safari 18.4',
  },
  { name: 'requestSubmit', uses: /\.requestSubmit\(/, since: 'Chrome 76, Safari 16' },
  { name: 'dialogs', uses: /\.showModal\(|\.showPopover\(/, since: 'Chrome 37, Safari 15.4' },
  { name: 'lookbehind', uses: /\(\?<[=!]/, since: 'Chrome 62, Safari 16.4' },
  {
    name: 'the v flag',
    uses: /\/[a-z]*v[a-z]*[.,;)]/,
    since: 'Chrome 112, Safari 17',
    ponyfill: /./,
  },
  {
    name: 'idle callbacks',
    uses: /\brequestIdleCallback\(/,
    since: 'Chrome 47, no Safari of the baseline',
  },
  { name: 'a scheduler', uses: /\bscheduler\.(postTask|yield)\(/, since: 'Chrome 94, Safari 26' },
];

type Node = { type: string; static?: boolean } & Record<string, unknown>;
function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
function nodesIn(node: Node): Node[] {
  return [node, ...Object.values(node).flat().filter(isNode).flatMap(nodesIn)];
}

/**
 * Syntax newer than ECMAScript 2021 and fields of classes, which Safari has from 14 on; private and
 * static ones are newer.
 */
function newerSyntax(script: string): string[] {
  try {
    const tree = parse(script, { ecmaVersion: 2022, sourceType: 'module' }) as unknown as Node;
    const isNewer = ({ type, static: isStatic }: Node): boolean =>
      type === 'StaticBlock' ||
      type === 'PrivateIdentifier' ||
      (type === 'PropertyDefinition' && isStatic === true);
    return [
      ...new Set(
        nodesIn(tree)
          .filter(isNewer)
          .map(({ type }) => `syntax: ${type}`),
      ),
    ];
  } catch (error) {
    return [`syntax: ${String(error)}`];
  }
}

/** What of it a script uses: by name, or as syntax that it cannot be read with. */
function newerIn(script: string): string[] {
  return [
    ...NEWER.filter(({ uses, ponyfill }) => uses.test(script) && !ponyfill?.test(script)).map(
      ({ name }) => name,
    ),
    ...newerSyntax(script),
  ];
}

const assets = path.resolve(import.meta.dirname, '../../.build/assets');
function built(extension: string) {
  return readdirSync(assets)
    .filter((name) => name.endsWith(extension))
    .map((name) => ({ name, text: readFileSync(path.join(assets, name), 'utf8') }));
}

describe('what is built for browsers', () => {
  beforeAll(buildAll);

  it('uses nothing that the oldest of them lack', () => {
    const scripts = built('.js');
    expect(scripts.length).toBeGreaterThan(6);
    expect(
      Object.fromEntries(scripts.map(({ name, text }) => [name.split('.')[0], newerIn(text)])),
    ).toEqual(Object.fromEntries(scripts.map(({ name }) => [name.split('.')[0], []])));
  });

  it('would find what is planted, by name and as syntax', () => {
    expect(newerIn('const a=[2,1].toSorted();')).toEqual(['toSorted and its kind']);
    expect(newerIn('const last=list.findLast(Boolean)')).toEqual(['findLast']);
    expect(newerIn('fetch("/",{signal:AbortSignal.timeout(5)})')).toEqual(['AbortSignal.timeout']);
    expect(newerIn('new FormData(form,button)')).toEqual(['FormData of a button']);
    expect(newerIn('[1].at(-1)')).toEqual(['at']);
    expect(newerIn('class A{#secret=1}').join()).toContain('syntax');
    expect(newerIn('class A{static{}}').join()).toContain('syntax');
  });

  it('styles with nothing but what they know', () => {
    const css = built('.css')
      .map(({ text }) => text)
      .join('');
    expect(css.length).toBeGreaterThan(5000);
    // :has (105), nesting (112), color-mix (111), layers (99), containers (105), dvh (108),
    // shorthands of inline sides (87).
    expect(
      css.match(
        /:has\(|&[ .:[]|color-mix\(|@layer|@container|\d[ds]vh|(padding|margin)-(inline|block):|float:inline|:is\(|:where\(|\binset:|aspect-ratio/g,
      ),
    ).toBeNull();
  });
});
