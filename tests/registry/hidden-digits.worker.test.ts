import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { decryptField } from '../../src/access/field-encryption.ts';
import { isHidden } from '../../src/access/hidden-text.ts';
import { openDatabase } from '../../src/db/client.ts';
import { hideDigits } from '../../src/registry/hide-digits.queries.ts';
import { readIdNumber } from '../../src/registry/id-number.ts';
import { textOf } from '../../scripts/story/browser.ts';
import { dump, seedTown, signedIn } from '../support/town.ts';

type Row = {
  id: string;
  name: string;
  born_on: string;
  cipher: string;
  last4: string;
  sex: string;
};
async function people(): Promise<Row[]> {
  const { results } = await env.DB.prepare(
    'select id, name, born_on, id_number_cipher as cipher, id_number_last4 as last4, sex from worker',
  ).all<Row>();
  return results;
}
function numberOf(row: Row): Promise<string> {
  return decryptField(env.SECRET, row.cipher);
}

describe('a dump of the database', () => {
  beforeEach(seedTown);

  it('holds the last four digits of nobody’s ID number, and not the sex, in any column of theirs', async () => {
    const rows = await people();
    expect(rows.length).toBeGreaterThan(500);
    const { results } = await env.DB.prepare('select * from worker').all();
    for (const row of rows) {
      const number = await numberOf(row);
      const kept = results.find(({ id }) => id === row.id)!;
      const told = Object.entries(kept).filter(
        ([name, value]) =>
          !/phone|kin|_at$|cipher|index|tag|last4|sex/.test(name) &&
          String(value).includes(number.slice(-4)),
      );
      // A birth date may hold the same four digits by chance, and says nothing by it.
      expect(told.filter(([name]) => name !== 'born_on' && name !== 'id')).toEqual([]);
      expect(isHidden(row.last4) && isHidden(row.sex)).toBe(true);
    }
    expect(await dump()).not.toMatch(/"(female|male)"/);
  });

  it('leaves a thousand numbers possible for each person, also to whoever knows the county', async () => {
    const [row] = await people();
    const number = await numberOf(row!);
    const [county, born] = [number.slice(0, 6), row!.born_on.replaceAll('-', '')];
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const possible = Array.from({ length: 1000 }, (_, order) => {
      const base = `${county}${born}${String(order).padStart(3, '0')}`;
      const sum = weights.reduce((total, weight, i) => total + weight * Number(base[i]), 0);
      return base + '10X98765432'[sum % 11];
    }).filter((each) => 'number' in readIdNumber(each));
    expect(possible).toContain(number);
    // Nothing in the row says which: neither the digits nor the sex is there to choose by.
    expect(possible.length).toBeGreaterThanOrEqual(999);
  });

  it('is found by the last four digits all the same', async () => {
    const [row] = await people();
    const number = await numberOf(row!);
    const zhou = await signedIn('coordinator');
    expect(textOf(await zhou.open(`/workers?q=${number.slice(-4)}`))).toContain(row!.name);
    expect(textOf(await zhou.open(`/workers/${row!.id}`))).toContain(`**** ${number.slice(-4)}`);
  });

  it('of an earlier version is hidden by itself, once, and says the same afterwards', async () => {
    const rows = await people();
    const [one, other] = [rows[3]!, rows[4]!];
    for (const row of [one, other]) {
      const number = await numberOf(row);
      const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
      await env.DB.prepare(
        "update worker set id_number_last4 = ?, sex = ?, id_number_tag = '' where id = ?",
      )
        .bind(number.slice(-4), sex, row.id)
        .run();
    }
    await env.DB.prepare("delete from setting where name = 'digits_hidden'").run();
    await hideDigits(openDatabase(env.DB));
    const after = (await people()).filter(({ id }) => id === one.id || id === other.id);
    expect(after.every((row) => isHidden(row.last4) && isHidden(row.sex))).toBe(true);
    const zhou = await signedIn('coordinator');
    const number = await numberOf(one);
    expect(textOf(await zhou.open(`/workers?q=${number.slice(-4)}`))).toContain(one.name);
    const again = await dump();
    await hideDigits(openDatabase(env.DB));
    expect(await dump()).toBe(again);
  });
});
