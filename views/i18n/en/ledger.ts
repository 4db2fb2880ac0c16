import { people } from './plural.ts';

/** Words of what a batch costs. */
export const ledger = {
  costs: {
    title: 'Costs',
    why:
      'Fares come from the plan, medicals from their conclusions, trouble on the way from ' +
      'what was noted. Workers pay nothing.',
    sums: 'In all',
    none: 'No costs yet.',
    line: 'For',
    bearer: 'Paid by',
    paidBy: (who: string) => `Paid by ${who}:`,
    planned: 'Planned',
    spent: 'Spent',
    total: 'Total',
    perPerson: (count: number) => `For each of ${people(count)} on board`,
    add: 'Enter a payment',
    amount: 'Amount (yuan)',
    receipt: 'Receipt number',
    receiptNo: (no: string) => `receipt ${no}`,
    note: 'Note',
    entries: 'Entries',
    reverse: 'Reverse',
  },
};
