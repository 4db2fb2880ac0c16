import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCode } from '../../src/error-code.ts';
import { WORDS } from '../../views/i18n/words.ts';

const HAN = /\p{Script=Han}/u;
function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|css)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function withHan(sources: { file: string; text: string }[]): string[] {
  return sources
    .filter(({ file }) => !/^views\/i18n\/(zh|en)\//.test(file) && !file.endsWith('.lexicon.ts'))
    .filter(({ text }) => HAN.test(text))
    .map(({ file }) => file);
}

const sources = [...files('src'), ...files('views')].map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));

describe('Chinese words', () => {
  it('live nowhere but in the dictionary', () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(withHan(sources)).toEqual([]);
  });

  it('would be found elsewhere', () => {
    expect(withHan([{ file: 'views/batch/planted.tsx', text: '<b>批次</b>' }])).toEqual([
      'views/batch/planted.tsx',
    ]);
  });
});

function keysOf(value: unknown, at = ''): string[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${at}.${key}`))
    : [at];
}

describe('the dictionaries of both languages', () => {
  it('have the same keys', () => {
    expect(keysOf(WORDS.en).sort()).toEqual(keysOf(WORDS.zh).sort());
  });

  it('hold no Chinese in English but the name of the other language', () => {
    const spoken = (value: unknown): string[] => {
      if (typeof value === 'string') return [value];
      return typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(spoken)
        : [];
    };
    expect(spoken(WORDS.en).filter((text) => HAN.test(text))).toEqual([WORDS.en.otherLanguage]);
  });

  it('have a sentence for every error that a field can have', () => {
    const codes = new Set<string>();
    for (const { text } of sources)
      for (const [, code = ''] of text.matchAll(/message: (?:\w+(?:\.trim\(\))? \? )?'([a-z_]+)'/g))
        codes.add(code);
    expect(codes.size).toBeGreaterThan(5);
    expect([...codes].filter((code) => errorCode(code) === null)).toEqual([]);
  });
});

describe('every audit action', () => {
  it('has a name in the dictionary', () => {
    const actions = new Set<string>();
    for (const { file, text } of sources)
      if (file.startsWith('src/'))
        for (const [, action = ''] of text.matchAll(/action: '([a-z_]+\.[a-z_]+)'/g))
          actions.add(action);
    expect(actions.size).toBeGreaterThan(25);
    expect([...actions].filter((action) => !(action in WORDS.zh.audit.actions))).toEqual([]);
  });
});
