import { describe, expect, it } from 'vitest';
import { contactParts } from '../../src/settings/contact.ts';

function dialled(contact: string) {
  return contactParts(contact).flatMap(({ dial }) => (dial === null ? [] : [dial]));
}

describe('a contact', () => {
  it.each([
    ['劳务站 周文静 0935-1234567 或 139 0000 0002', ['09351234567', '13900000002']],
    ['周文静 0936-000 0101', ['09360000101']],
    ['13900000001 13900000002', ['13900000001', '13900000002']],
    ['劳务站0935-1234567/13900000002', ['09351234567', '13900000002']],
    ['010-12345678,12333', ['01012345678', '12333']],
    ['6123456(上班时间)', ['6123456']],
    ['到镇政府二楼 203 室找周文静', []],
    ['', []],
  ])('has what a phone can dial, and all that was written: "%s"', (contact, numbers) => {
    expect(dialled(contact)).toEqual(numbers);
    const texts = contactParts(contact).map(({ text }) => text);
    expect(texts.join('')).toBe(contact);
  });
});
