import { describe, expect, it } from 'vitest';
import { namesForbiddenHealth } from '../../src/law/forbidden-health.ts';
import { FORBIDDEN_REMARKS, HARMLESS_REMARKS } from '../support/health-remarks.ts';

describe('a remark, alone and within a sentence', () => {
  it.each(FORBIDDEN_REMARKS)('names what must not be written: %s', (text) => {
    expect(namesForbiddenHealth(text)).toBe(true);
    expect(namesForbiddenHealth(`备注:${text},其他都好`)).toBe(true);
  });

  it.each(HARMLESS_REMARKS)('names nothing that must not be written: %s', (text) => {
    expect(namesForbiddenHealth(text)).toBe(false);
    expect(namesForbiddenHealth(`备注:${text},其他都好`)).toBe(false);
  });
});
