import { describe, expect, it } from 'vitest';
import { arrivalCalendar } from '../../../../src/pipeline/travel/plan/arrival-calendar.ts';

const file = arrivalCalendar({
  uid: 'B@songxing',
  at: Date.UTC(2027, 2, 6, 6, 30),
  now: Date.UTC(2027, 1, 20, 1, 0, 5),
  summary: '30 人到达;请接站,谢谢',
  location: '昆山玉山镇',
  description: `车辆:苏E\n${'护送人周文静'.repeat(20)}`,
});

describe('an arrival in a calendar', () => {
  it('ends every line as RFC 5545 says, and folds none beyond 75 bytes or inside a character', () => {
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain('护送人周文静'.repeat(20));
  });

  it('tells times in UTC and keeps what would be read as a separator', () => {
    expect(file).toContain('DTSTART:20270306T063000Z\r\n');
    expect(file).toContain('DTSTAMP:20270220T010005Z\r\n');
    expect(file).toContain('SUMMARY:30 人到达\\;请接站\\,谢谢\r\n');
    expect(file.replaceAll('\r\n ', '')).toContain('苏E\\n护送人');
  });
});
