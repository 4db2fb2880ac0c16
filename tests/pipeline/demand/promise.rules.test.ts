import { describe, expect, it } from 'vitest';
import { promised } from '../../../src/pipeline/demand/promise.ts';

const yes = (orderId: string, headcount: number, at: number) =>
  ({ orderId, kind: 'confirm', headcount, at }) as const;

describe('what an employer promised', () => {
  it('counts an order that was confirmed again once, as it was confirmed last', () => {
    expect(promised([yes('A', 40, 1), yes('A', 32, 2), yes('B', 10, 1)])).toBe(42);
  });

  it('holds whatever order the answers are read in', () => {
    expect(promised([yes('A', 32, 2), yes('A', 40, 1)])).toBe(32);
  });

  it('counts neither what they asked for instead, nor what they declined', () => {
    const others = [
      { orderId: 'A', kind: 'counter', headcount: 5, at: 3 },
      { orderId: 'B', kind: 'decline', headcount: 0, at: 3 },
    ] as const;
    expect(promised([yes('A', 40, 1), ...others])).toBe(40);
  });
});
