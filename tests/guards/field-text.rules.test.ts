import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { areaForm } from '../../src/registry/registry.forms.ts';

const SOURCE = path.join(import.meta.dirname, '../../src');
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.forms.ts'),
);
const forms = await Promise.all(
  files.map(async (file) => (await import(path.join(SOURCE, file))) as Record<string, unknown>),
);

/**
 * What nobody sees in a text, or what turns it round: NUL, direction marks, joiners, line ends
 * within a name.
 */
const ODD = /[\p{Cc}\p{Cf}\p{Cs}]/u;
const TYPED = ['柳\u0000树\u202e村\u200b', '河\r\n湾\u2066村', '\ufeff北\u0007滩\u200f村\u0085'];

/** Fields that are taken exactly as they were sent, and why nobody sees them so. */
const AS_SENT: Record<string, string> = {
  'signInForm.password': 'hashed',
  'setupForm.password': 'hashed',
  'accountForm.password': 'hashed',
  'ownPasswordForm.current': 'hashed',
  'signInForm.next': 'followed only where it is an address of this app',
  'orderForm.agencyId': 'has to be the id of an agency',
  'replyForm.headcount': 'has to be a number where it is used',
  'replyForm.startsOn': 'has to be a day where it is used',
  'conclusionForm.saw': 'compared with a version, not kept',
  'takeBackForm.saw': 'compared with a version, not kept',
};

function fieldsOf(name: string, schema: unknown): [string, z.ZodType][] {
  return schema instanceof z.ZodObject
    ? Object.entries(schema.shape).map(([field, type]) => [`${name}.${field}`, type as z.ZodType])
    : [];
}

describe('what nobody sees in a text', () => {
  it.each([...TYPED, '柳树\u0000\u202e村'])('is not kept in the name of a village: %j', (typed) => {
    const { name } = areaForm.parse({ name: typed });
    expect(name).not.toMatch(ODD);
    expect(name.replaceAll(' ', '')).toMatch(/^\p{Script=Han}{3}$/u);
  });

  it('is no name by itself', () => {
    expect(areaForm.safeParse({ name: '\u202e\u0000\r\n' }).error?.issues[0]?.message).toBe(
      'required',
    );
  });

  it('is kept in no text field, whichever form it comes from', () => {
    const fields = forms.flatMap((module) =>
      Object.entries(module).flatMap(([name, schema]) => fieldsOf(name, schema)),
    );
    expect(fields.length).toBeGreaterThan(150);
    const kept = fields.flatMap(([field, schema]) =>
      TYPED.some((typed) => {
        const read = schema.safeParse(typed);
        return read.success && ODD.test([read.data].flat().map(String).join(''));
      })
        ? [field]
        : [],
    );
    expect(kept.filter((field) => !(field in AS_SENT))).toEqual([]);
  });
});
