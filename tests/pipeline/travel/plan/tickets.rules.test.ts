import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, refused } from '../../../../src/pipeline/batch/change.ts';
import { register } from '../../../../src/pipeline/recruitment/registration.ts';
import {
  noteTickets,
  readTickets,
  ticketNames,
} from '../../../../src/pipeline/travel/plan/tickets.ts';
import { aBatch, aBatchOf } from '../../../support/batches.ts';

const NAMES = ['王兰花', '王兰', '赵小军', '刘志强', '李秀兰'];
const train = { id: 'K1352', vehicle: 'K1352' };

/** Two of one name, who are told apart by a number. */
const TWINS = [
  { id: 'p1', workerId: 'w1', name: '王兰' },
  { id: 'p2', workerId: 'w2', name: '王兰' },
];
const twins = aBatch({ places: 2 })
  .confirmed()
  .after((s) => register(s, TWINS))
  .agreed()
  .selected().snapshot;

describe('tickets', () => {
  it('are read as they are pasted or typed, and what cannot be read comes back as it was', () => {
    const text =
      '王兰花\t08车\t12A号\n王兰 8车12B\r\n  赵小军,9车，3C\n\n刘志强\n孙悟空 1车1A\n李秀兰 620422198801011234 1车1A';
    expect(readTickets(text, aBatchOf(NAMES).snapshot)).toEqual({
      lines: [
        { placementId: '王兰花', seat: '08车 12A号' },
        { placementId: '王兰', seat: '8车12B' },
        { placementId: '赵小军', seat: '9车 3C' },
        { placementId: '刘志强', seat: '' },
      ],
      unread: ['孙悟空 1车1A', '李秀兰 620422198801011234 1车1A'],
    });
  });

  it('of two of one name are told apart by a number', () => {
    expect(ticketNames(twins).map(({ name }) => name)).toEqual(['王兰(1)', '王兰(2)']);
    expect(readTickets('王兰(1) 8车12B\n王兰（2） 8车12C\n王兰 1车1A', twins)).toEqual({
      lines: [
        { placementId: 'p1', seat: '8车12B' },
        { placementId: 'p2', seat: '8车12C' },
      ],
      unread: ['王兰 1车1A'],
    });
  });

  it('are what was written down, whoever it was of, and none is lost without a word', () => {
    const line = fc.tuple(
      fc.constantFrom(...NAMES, '孙悟空'),
      fc.constantFrom('8车12A', '1车 3B', '', '无座'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(line, { selector: ([name]) => name }), (tickets) => {
        const s = aBatchOf(NAMES).snapshot;
        const { lines, unread } = readTickets(
          tickets.map(([name, seat]) => `${name} ${seat}`).join('\n'),
          s,
        );
        expect(lines.length + unread.length).toBe(tickets.length);
        const decision = noteTickets(s, train, lines);
        const after = refused(decision) ? s : apply(s, decision);
        for (const [name, seat] of tickets)
          expect(after.placements.find((p) => p.name === name)?.tickets['K1352'] ?? '').toBe(
            name === '孙悟空' ? '' : seat,
          );
        // Saved again, nothing is new.
        expect(noteTickets(after, train, lines)).toEqual({ error: 'already_recorded' });
      }),
      { numRuns: 500, seed: 20270306 },
    );
  });
});
