import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { paperForm, contractForm } from '../../src/pipeline/documents/documents.forms.ts';
import { examDateForm } from '../../src/pipeline/health/health.forms.ts';
import { legForm, takeoverForm } from '../../src/pipeline/travel/travel.forms.ts';
import { calendarDay, chinaTime, expiryDay, issueDay } from '../../src/http/forms.ts';
import { readingOn } from '../../src/http/form-days.ts';
import { certificateForm, distancesForm } from '../../src/registry/registry.forms.ts';
import { wholeNumber, yuan } from '../../src/http/fields.ts';

const TODAY = '2027-03-06';
function errorOf(schema: z.ZodType, value: unknown): string | null {
  return readingOn(TODAY, () => schema.safeParse(value).error?.issues[0]?.message ?? null);
}
/** The error beside one field of a form, whatever else is missing in it. */
function errorAt(form: z.ZodType, field: string, value: string): string | undefined {
  return readingOn(TODAY, () => form.safeParse({ [field]: value })).error?.issues.find(
    ({ path }) => path[0] === field,
  )?.message;
}
function minutesToBus(minutes: string) {
  return distancesForm.safeParse({ 'minutes-A': minutes });
}

describe('a day that is typed', () => {
  it.each([
    ['2027-03-06', null],
    ['2022-03-06', null],
    ['2032-03-06', null],
    ['2022-03-05', 'day_of_work'],
    ['2032-03-07', 'day_of_work'],
    ['0001-01-01', 'day_of_work'],
    ['9999-12-31', 'day_of_work'],
    ['2027-02-30', 'bad_date'],
    ['6.3.2027', 'bad_date'],
  ])('is read as a day of work, or refused: %s', (day, error) => {
    expect(errorOf(calendarDay(), day)).toBe(error);
  });

  it.each([
    ['2027-03-06', null],
    ['1999-09-09', null],
    ['2027-03-07', 'day_of_issue'],
    ['0001-01-01', 'day_of_issue'],
  ])('is read as a day of issue, or refused: %s', (day, error) => {
    expect(errorOf(issueDay(), day)).toBe(error);
  });

  it.each([
    ['2047-03-06', null],
    ['2026-12-31', null],
    ['9999-12-31', 'day_of_expiry'],
    ['0001-01-01', 'day_of_expiry'],
  ])('is read as a day of expiry, or refused: %s', (day, error) => {
    expect(errorOf(expiryDay(), day)).toBe(error);
  });

  it.each([
    ['2027-03-06T07:30', null],
    ['0001-01-01T07:30', 'day_of_work'],
    ['9999-12-31T07:30', 'day_of_work'],
    ['2027-02-30T07:30', 'bad_date'],
    ['2027-03-06T24:30', 'bad_date'],
    ['2027-03-06', 'bad_date'],
  ])('is read with its time, or refused: %s', (time, error) => {
    expect(errorOf(chinaTime(), time)).toBe(error);
  });
});

describe('the day of a form', () => {
  it('is asked for alike in every form that has one', () => {
    for (const day of ['0001-01-01', '9999-12-31']) {
      expect(errorAt(examDateForm, 'heldOn', day)).toBe('day_of_work');
      expect(errorAt(contractForm, 'signedOn', day)).toBe('day_of_work');
      expect(errorAt(paperForm, 'issuedOn', day)).toBe('day_of_issue');
      expect(errorAt(paperForm, 'expiresOn', day)).toBe('day_of_expiry');
      expect(errorAt(certificateForm, 'reviewOn', day)).toBe('day_of_expiry');
      expect(errorAt(legForm, 'departsAt', `${day}T08:00`)).toBe('day_of_work');
    }
  });

  it('may be left out where a paper holds for good', () => {
    const paper = readingOn(TODAY, () =>
      paperForm.parse({ kind: 'id_card', state: 'verified', expiresOn: '' }),
    );
    expect(paper.expiresOn).toBeNull();
  });
});

describe('a number that is typed', () => {
  const number = wholeNumber(0, 600);
  it.each([' 5 ', '５', '\u30005'])('is read as people write it: %j', (text) => {
    expect(number.parse(text)).toBe(5);
  });

  it.each(['0x10', '1e1', '+5', '-5', '5.0', '', 'Infinity', '五'])(
    'is none that only a machine reads: %j',
    (text) => {
      expect(errorOf(number, text)).toBe('bad_number');
      expect(errorOf(yuan(), text === '5.0' ? '0x10' : text)).toBe('bad_amount');
    },
  );

  it('may have full-width digits on the paper of a roll call', () => {
    expect(takeoverForm.parse({ name: '周文静', pin: '１２３ ４５６' }).pin).toBe('123456');
  });
});

describe('the minutes to the bus', () => {
  it.each(['0x10', '1e1', '+5'])(
    'are none that only a machine reads, which is told beside the village: %s',
    (text) => {
      const { error } = minutesToBus(text);
      expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
        ['minutes-A', 'bad_number'],
      ]);
    },
  );

  it('may be of full width, or left out, but not too large', () => {
    expect(minutesToBus('601').error?.issues[0]?.message).toBe('out_of_range');
    expect(minutesToBus(' ４５ ').data).toEqual([{ id: 'A', minutes: 45 }]);
    expect(minutesToBus(' ').data).toEqual([{ id: 'A', minutes: null }]);
  });
});
