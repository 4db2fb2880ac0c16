import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COURSE } from '../../src/pipeline/course.ts';
import { DAY } from '../../src/clock.ts';
import { deadlinesOf } from '../../src/pipeline/deadlines.ts';
import { conclude } from '../../src/pipeline/conclude.ts';
import { gateHolds, lacks, ownLacks } from '../../src/pipeline/gates.ts';
import { nextAct } from '../../src/pipeline/acts.ts';
import type { Slice } from '../../src/pipeline/slice.ts';
import { STAGES } from '../../src/pipeline/stages.ts';
import { whatToDo } from '../../src/pipeline/what-to-do.ts';
import { bedding, START } from './bedding.stage.ts';
import { aBatch } from '../support/batches.ts';

const course = COURSE as Slice[];
beforeAll(() => {
  course.push(bedding);
});
afterAll(() => {
  course.pop();
});

const s = aBatch({ places: 2 }).snapshot;

it('has the slices in the order of their stages', () => {
  const own = COURSE.filter((slice) => slice !== bedding);
  expect(own.map(({ stage }) => stage)).toEqual([...STAGES]);
});

describe('a new slice', () => {
  it('has its gate among those of its stage, and keeps the stage open', () => {
    expect(ownLacks(s, 'documents')).toContainEqual({ code: 'papers', count: 7, people: [] });
    expect(lacks(s, 'travel').filter(({ count }) => count === 7)).toHaveLength(1);
    expect(gateHolds(s, 'documents')).toBe(false);
  });

  it('has its deadline among the others, under an id of its own', () => {
    const own = deadlinesOf(s).filter(({ id }) => id.endsWith(':bedding'));
    expect(own.map(({ dueAt, reminders }) => [dueAt, reminders])).toEqual([
      [START + DAY, [START + DAY, START + 2 * DAY]],
    ]);
  });

  it('has what is to be done on the list, with the day on which it is due', () => {
    const own = whatToDo(s, START).find(({ count }) => count === 7);
    expect([own?.kind, own?.dueAt]).toEqual(['papers', START + DAY]);
  });

  it('says what follows from a change of another slice, and has the workflow act', () => {
    const told = conclude(s, { entries: [{ kind: 'order_sent' }] }, START).entries;
    expect(told.map(({ kind }) => kind)).toEqual(['order_sent', 'paper']);
    expect(nextAct(s, START)?.action).toBe('bedding.order');
  });
});
