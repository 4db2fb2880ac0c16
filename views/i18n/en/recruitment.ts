import { people } from './plural.ts';

/** Words of recruitment. */
export const recruitment = {
  recruitment: {
    title: 'Recruitment',
    places: (total: number, filled: number, open: number) =>
      `Places ${total}, filled ${filled}, open ${open}`,
    proposals: 'Suggested workers',
    proposalsWhy:
      'Suggested by trade, certificates and the worker’s own wish; you decide. Sex and village ' +
      'targets play no part.',
    noProposal:
      'Nobody suitable wishes to go. Under Workers, register more people or update who wishes ' +
      'to go.',
    add: 'Add to list',
    offerAll: (count: number) => `Prepare the terms for ${people(count)}; then tell them`,
    toldAt: (time: string) => `Told in person, ${time}`,
    asksToBeCalled: (time: string) => `Asked for a call, ${time}`,
    wasCalled: 'Called back',
    callFirst: (name: string) =>
      `Whether to go is for ${name} to say: call first, then note the answer.`,
    toldInPerson: 'Read out to them',
    selectAll: (count: number) => `Select ${people(count)}`,
    reserveAll: (count: number) => `Put ${people(count)} on reserve`,
    answerBy: (time: string) => `Answer by ${time}`,
    goWithFewer: 'Go with fewer people',
    fewerHint: 'Please give the reason; it goes into the history and the report',
    fewerButton: (open: number) => `Accept ${open} short`,
    consentTitle: 'Consent in person',
    consentWhy:
      'Please read the terms aloud to the worker. Tap only once the worker says yes; you are ' +
      'the witness. The worker can correct it later with their own link.',
    witnessButton: (name: string) => `${name} consents, I witness`,
    consented: 'Consent',
    byWitness: 'In person, witnessed',
    byLink: 'Own link',
    select: 'Select',
    reserve: 'Put on reserve',
    promote: 'Move up',
    leaving: 'Withdraw or not go',
    withdrawWhy: 'A worker may withdraw at any time, without giving a reason and without any loss.',
    withdraw: (name: string) => `${name} withdraws`,
    release: 'Cancel the placement',
    with: (names: string) => `With ${names}`,
    override: 'Something speaks against it',
    overrideWhy:
      'Something speaks against these people. They can be put on the list with a word why; it ' +
      'is kept in the history.',
    overrideWord: 'Why all the same',
    overrideHint: 'For example: called yesterday and changed their mind',
    overrideAdd: (count: number) => `Add ${people(count)} with this word`,
    reserveOffers: 'Filling vacated places',
    reserveWhy:
      'A vacated place is offered to the reserves in their order, four hours each (8:00 to ' +
      '20:00 only), then to the next.',
    askedUntil: (time: string) => `to answer by ${time}`,
    placeOffer: { open: 'Asked', lapsed: 'Did not answer in time', refused: 'Not this time' },
    stopOffers: 'Stop asking by itself',
    resumeOffers: 'Ask by itself again',
    offersStopped: 'Reserves are not asked by itself; you give the places.',
    askAgain: 'Ask again',
    rerank: 'Change the order',
    rerankTo: 'To number',
    addFirst: (count: number) => `Add the first ${count}`,
    addFirstWhy:
      'In this order. Where something speaks against somebody, a word is asked for next.',
    contradicted: (time: string) => `denied by the worker on ${time}`,
    forwarding: 'Forward the links',
    forwardingWhy:
      'Forward each to the person, or call or read the terms out. ' +
      'Whoever has seen or heard them is marked and comes last.',
    nobodyWaits: 'Nobody has anything to answer now',
    issueAll: (count: number) => `Make links for ${people(count)}`,
    forwardAll: (count: number) => `Forward links to ${people(count)}`,
    together: 'Read the terms out and note who agrees',
    togetherWhy:
      'Read the terms to everybody, then tick those who said yes or signed. Each is a consent ' +
      'of their own, which they can deny later.',
    lookForMore: 'Look for more people',
  },
};
