import { describe, expect, it } from 'vitest';
import { scheduleVisits } from '../../../src/pipeline/follow-up/visit-schedule.ts';

describe('the visits after an arrival', () => {
  it('fall due in the order of their days', () => {
    expect(scheduleVisits('2027-03-07', 15, 12)).toEqual([
      { kind: 'settled', dueOn: '2027-03-08' },
      { kind: 'first_week', dueOn: '2027-03-14' },
      { kind: 'contract', dueOn: '2027-04-01' },
      { kind: 'pay_day', dueOn: '2027-04-18' },
      { kind: 'quarter', dueOn: '2027-06-05' },
      { kind: 'residence', dueOn: '2027-09-03' },
      { kind: 'term_end', dueOn: '2028-02-06' },
    ]);
  });

  it('are over when the term is', () => {
    const kinds = scheduleVisits('2027-03-07', 15, 3).map((visit) => visit.kind);
    expect(kinds).not.toContain('residence');
  });
});
