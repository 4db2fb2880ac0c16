import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idCheckDigit, readIdNumber } from '../../src/registry/id-number.ts';
import { plainName } from '../../src/registry/name.ts';
import { readMobile } from '../../src/text/phone.ts';
import { plainText } from '../../src/text/plain-text.ts';

const UNSEEN = [
  ...'\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2066\u2067\u2068\u2069',
  ...'\ufeff\u00ad\u180e\ufe0f\u{e0101}\u0000\u0007\u001b\u007f\u3164\u115f\u061c',
];
const SPACES = [...' \u00a0\u2002\u2003\u2009\u200a\u202f\u205f\u3000\t'];

/** A text with such characters put in anywhere. */
function strewn(text: string, characters: string[]) {
  return fc
    .array(fc.tuple(fc.nat(text.length), fc.constantFrom(...characters)), { maxLength: 8 })
    .map((put) =>
      put.reduce((all, [at, character]) => all.slice(0, at) + character + all.slice(at), text),
    );
}

const BODY = '62079919900307101';
const ID = `${BODY}${idCheckDigit(BODY)}`;

describe('what nobody sees in a text', () => {
  it('decides nothing: not in a name, a phone, an ID number or a village', () => {
    fc.assert(
      fc.property(
        strewn('庚四山', UNSEEN),
        strewn('13701610003', [...UNSEEN, ...SPACES]),
        strewn(ID, [...UNSEEN, ...SPACES]),
        (name, phone, id) => {
          expect(plainName(name)).toBe('庚四山');
          expect(readMobile(phone)).toBe('13701610003');
          expect(readIdNumber(id)).toMatchObject({ number: ID });
        },
      ),
    );
  });

  it('is not kept, and a kept text is kept as it is when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const kept = plainText(text);
        expect(kept).not.toMatch(/[\p{Cf}\p{Cc}\p{Cs}]|^\s|\s$|\s\s/u);
        expect(plainText(kept)).toBe(kept);
      }),
    );
  });

  it('is told from what is seen: Chinese punctuation keeps its width, letters do not', () => {
    expect(plainText('能吃苦，会开车（Ｃ１）：可以\r\n走')).toBe('能吃苦，会开车（C1）：可以 走');
  });
});
