/** Words of what is kept of a person and what they say. */
export const person = {
  wish: {
    conditions: 'Conditions',
    title: 'Wish to go',
    ask: 'Note a wish',
    why: 'As the worker says it; what was not said stays empty.',
    from: 'Can leave from',
    least: 'Least monthly wage (yuan)',
    companions: 'Wants to go with',
    companionsHint: 'Names, with commas between, at most 5',
    provinces: 'Would go to',
    trades: 'Would work as',
    stale: (time: string) => `said on ${time}; ask again`,
    neverAsked: 'not asked yet',
    fromDay: (day: string) => `from ${day}`,
    to: (places: string) => `to ${places}`,
    atLeast: (amount: string) => `at least ${amount} a month`,
    with: (names: string) => `with ${names}`,
  },
  likeness: {
    find: 'Duplicates',
    title: 'Perhaps registered twice',
    why:
      'Same name, and same birth date or phone. Batches and certificates of both are kept, ' +
      'and a merger can be undone.',
    none: 'Nobody seems to be registered twice',
    keep: (last4: string) => `One person; keep ${last4}`,
    different: 'Two people',
    registeredAt: 'Registered',
    maybe: (count: number) => `Perhaps registered ${count + 1} times; have a look`,
    merged: (time: string) => `Made one with another entry on ${time}`,
    undo: 'Undo',
  },
  corrections: {
    title: 'Corrections asked for',
    none: 'No corrections are waiting',
    mend: 'Go and change it',
    done: 'Done',
    wanted: (field: string, wanted: string) =>
      `Asked for by the worker: ${field}: ${wanted}. Saving answers it.`,
    refuse: 'Do not change it; say why',
    waiting: (count: number) => `${count} corrections waiting`,
  },
  ownData: {
    links: 'Links made for you',
    linkMade: (time: string, by: string) => `Made on ${time} by ${by}`,
    linkNotOpened: 'not opened yet',
    linkOpened: (time: string) => `opened on ${time}`,
    linkEnded: (time: string) => `ended on ${time}`,
    linkLives: (time: string) => `valid until ${time}`,
    title: 'My data',
    why: 'This is what the labour station keeps of you. You can ask to have mistakes put right.',
    correct: 'Something is wrong',
    what: 'What',
    wanted: 'It should be',
    send: 'Send',
    sent: 'Sent to the station; it will be checked and changed.',
    field: {
      name: 'Name',
      phone: 'Mobile',
      village: 'Village',
      group: 'Group',
      trade: 'Trade',
      kin: 'Emergency contact',
      other: 'Something else',
    },
    state: { open: 'Waiting', done: 'Changed', refused: 'Not changed' },
    use: 'Use of my data',
    agreed: (time: string) => `On ${time} you agreed that the station keeps and uses this.`,
    notAgreed: 'You do not agree that the station uses this.',
    withdraw: 'I no longer agree',
    agree: 'I agree',
    withdrawWhy:
      'No work is proposed to you then; what is under way goes on. Records that the law wants ' +
      'kept stay until their time is over.',
    reveals: 'Who has seen my whole ID number',
    noReveals: 'Nobody yet.',
    download: 'Download my data',
  },
  erasure: {
    title: 'Erase personal data',
    of: (name: string) => `Erase the data of ${name}`,
    goes:
      'Phone, group, emergency contact, remarks, wishes, changes, corrections and the own ' +
      'link are deleted at once and for good.',
    whole: 'Name and ID number go as well. Batches keep the count only.',
    kept: (day: string) =>
      `Name and ID number stay ` +
      `until ${day}: service ledgers are kept for two years (State Council Decree 700); then ` +
      `they go by themselves (PIPL art. 47).`,
    button: 'Erase',
  },
};
