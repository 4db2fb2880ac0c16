import { people } from './plural.ts';

/** Words of papers. */
export const documents = {
  documents: {
    title: 'Papers',
    paper: 'Paper',
    state: 'State',
    ok: 'Done ✓',
    received: 'Received',
    verify: 'Verified',
    rejectReason: 'Reason for sending back',
    noReason: 'Not sent back',
    moreSteps: 'Send back, expired, not needed',
    lend: 'Lend an original',
    lendWhy:
      'Originals may be lent only to the station, the police station or the government hall, against a receipt, and come back within 7 days. The employer may never hold them.',
    holder: 'Held by',
    lendButton: 'Lend',
    returned: 'Returned',
    lentTo: (paper: string, holder: string) => `${paper}: at the ${holder.toLowerCase()}`,
    allReceived: (count: number, paper: string) => `${paper}: verified for ${people(count)}`,
    lackingNames: (names: string) => `Still lacking: ${names}`,
    complete: 'All complete.',
    nobody: 'Nobody is selected yet.',
    requirements: 'Papers needed',
  },
};
