import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { setting } from '../../src/access/access.tables.ts';
import { decryptField } from '../../src/access/field-encryption.ts';
import { isHidden } from '../../src/access/hidden-text.ts';
import { openDatabase } from '../../src/db/client.ts';
import { hideDigits } from '../../src/registry/hide-digits.queries.ts';
import { readIdNumber } from '../../src/registry/id-number.ts';
import { textOf } from '../../scripts/story/browser.ts';
import { keepReadable, peopleAsStored } from '../support/registry-rows.ts';
import { rows } from '../support/town-rows.ts';
import { dump, seedTown, signedIn } from '../support/town.ts';

type Person = Awaited<ReturnType<typeof peopleAsStored>>[number];
function numberOf(person: Person): Promise<string> {
  return decryptField(env.SECRET, person.idNumberCipher);
}
function isUnreadable(person: Person): boolean {
  return isHidden(person.idNumberLast4) && isHidden(person.sex);
}

describe('a dump of the database', () => {
  beforeEach(seedTown);

  it('holds the last four digits of nobody’s ID number, and not the sex, in any column of theirs', async () => {
    const people = await peopleAsStored();
    expect(people.length).toBeGreaterThan(500);
    for (const person of people) {
      const number = await numberOf(person);
      const told = Object.entries(person).filter(
        ([name, value]) =>
          !/phone|kin|At$|cipher|index|tag|last4|sex/i.test(name) &&
          String(value).includes(number.slice(-4)),
      );
      // A birth date may hold the same four digits by chance, and says nothing by it.
      expect(told.filter(([name]) => name !== 'bornOn' && name !== 'id')).toEqual([]);
      expect(isUnreadable(person)).toBe(true);
    }
    expect(await dump()).not.toMatch(/"(female|male)"/);
  });

  it('leaves a thousand numbers possible for each person, also to whoever knows the county', async () => {
    const [person] = await peopleAsStored();
    const number = await numberOf(person!);
    const [county, born] = [number.slice(0, 6), person!.bornOn.replaceAll('-', '')];
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
    const [person] = await peopleAsStored();
    const number = await numberOf(person!);
    const zhou = await signedIn('coordinator');
    expect(textOf(await zhou.open(`/workers?q=${number.slice(-4)}`))).toContain(person!.name);
    expect(textOf(await zhou.open(`/workers/${person!.id}`))).toContain(`**** ${number.slice(-4)}`);
  });

  it('of an earlier version is hidden by itself, once, and says the same afterwards', async () => {
    const people = await peopleAsStored();
    const [one, other] = [people[3]!, people[4]!];
    for (const person of [one, other]) {
      const number = await numberOf(person);
      const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
      await keepReadable(person.id, number.slice(-4), sex);
    }
    await rows.remove(setting, { name: 'digits_hidden' });
    await hideDigits(openDatabase(env.DB));
    const after = (await peopleAsStored()).filter(({ id }) => id === one.id || id === other.id);
    expect(after.every(isUnreadable)).toBe(true);
    const zhou = await signedIn('coordinator');
    const number = await numberOf(one);
    expect(textOf(await zhou.open(`/workers?q=${number.slice(-4)}`))).toContain(one.name);
    const again = await dump();
    await hideDigits(openDatabase(env.DB));
    expect(await dump()).toBe(again);
  });
});
