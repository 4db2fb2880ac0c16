/**
 * Writes src/registry/pinyin.lexicon.ts from pinyin-pro: the GB 2312 characters by syllable, and
 * surname readings.
 */
import { writeFile } from 'node:fs/promises';
import { pinyin } from 'pinyin-pro';

const decoder = new TextDecoder('gb18030');
const characters: string[] = [];
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) {
    const char = decoder.decode(new Uint8Array([high, low]));
    if (/^\p{Script=Han}$/u.test(char)) characters.push(char);
  }

function read(text: string, surname: boolean) {
  return pinyin(text, {
    toneType: 'none',
    v: true,
    type: 'array',
    ...(surname ? { surname: 'head' as const } : {}),
  }).join('');
}

const bySyllable = new Map<string, string>();
for (const char of characters) {
  const syllable = read(char, false).replaceAll('ü', 'v');
  bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + char);
}
const surnames = [...'单仇解曾区查任盖朴华翟黑折覃尉纪宁那'].map((char) => [
  char,
  read(`${char}明`, true).replace(/ming$/, ''),
]);
for (const double of ['万俟', '尉迟', '欧阳', '司马', '上官', '诸葛', '慕容'])
  surnames.push([double, read(double, true)]);

const table = [...bySyllable]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([syllable, chars]) => `${syllable}${chars}`);
const surnameTable = JSON.stringify(Object.fromEntries(surnames), null, 2);
/** In lines that fit a screen. */
const lines = (table.join('').match(/.{1,90}/g) ?? []).map((line) => `  '${line}'`);
await writeFile(
  'src/registry/pinyin.lexicon.ts',
  `/** Made by scripts/pinyin-table.ts: each syllable followed by its characters (GB 2312). */
export const SYLLABLES =
${lines.join(' +\n')};

/** Readings that differ when the character is a surname. */
export const SURNAMES: Record<string, string> = ${surnameTable};
`,
);
