import { openBatch } from '../../src/pipeline/batch/lifecycle.ts';
import { redirect } from '../../src/pipeline/demand/redirection.ts';
import type { Decision } from '../../src/pipeline/batch/change.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { Story } from './story.ts';

type Opening = { places: number; startsOn?: string };

/** A batch on its first day: an order that is not sent yet, one escort named. */
export function aBatch({ places, startsOn = '2027-03-06' }: Opening): Story {
  const opened = openBatch({
    id: 'B',
    code: '27-03',
    coordinatorId: 'zhou',
    requirements: ['id_card', 'contract'],
    order: {
      id: 'O',
      state: 'draft',
      version: 1,
      headcount: places,
      startsOn,
      termsHash: 'terms-1',
      sentAt: null,
      replyBy: null,
      trade: 'assembly',
      contractMonths: 12,
      payDay: 15,
    },
  });
  return new Story({ ...opened, escorts: 1 });
}

/** A batch of these people, each of whom has a place. */
export function aBatchOf(names: readonly string[]): Story {
  return aBatch({ places: names.length }).confirmed().registered(names).agreed().selected();
}

/** The same on the morning of its departure: everybody ready, their list fixed, nobody called. */
export function aBatchBoarding(names: readonly string[]): Story {
  return aBatchOf(names).fit().documented().locked();
}

/** The employer closes: the batch goes to another one, with an order of other terms, not sent. */
export function toAnother(s: Snapshot): Decision {
  const next = {
    ...s.order,
    id: `O${s.seq}`,
    state: 'draft' as const,
    termsHash: `terms-${s.seq}`,
  };
  const told = { from: '昆山顺达精密', to: '苏州恒泰电子', reason: '停产' };
  return redirect(s, next, s.requirements, told);
}
