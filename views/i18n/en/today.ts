/** Words of today and the inbox. */
export const today = {
  today: {
    title: 'Today',
    hello: (name: string) => `Hello, ${name}`,
    due: 'Due in your village',
    nothingDue: 'Nothing is due in your village.',
    byAdmin: 'for the administrator',
    firstRun: 'The first time: in this order',
    setUp: {
      station: 'Name the station and whom to call',
      villages: 'Add the villages',
      accounts: 'Give colleagues accounts',
      clinics: 'Add the clinics',
      people: 'Import the register',
      employers: 'Add an employer',
      orders: 'Enter the first order',
    },
    sums: {
      title: 'People in all batches',
      places: 'Places confirmed',
      open: 'Still to find',
      preparing: 'Being prepared',
      ready: 'Ready',
      travelling: 'On the way',
      atWork: 'At work',
    },
    unmade: (count: number) =>
      `What comes next is still being made for ${count} ${count === 1 ? 'batch' : 'batches'}; ` +
      `look again in a minute or two.`,
    toDo: 'To do',
    nothingToDo: 'Nothing waits for you.',
    waits: 'Waiting for',
    moreToDo: (count: number) => `${count} more, on the batches`,
    noBatches: 'No batch is under way. Start with a new order.',
    cases: (count: number) => `${count} open rights ${count === 1 ? 'case' : 'cases'}`,
    questions: (count: number) =>
      `${count} ${count === 1 ? 'person has' : 'people have'} a question that nobody has answered`,
    see: 'Go',
    look: 'See',
  },
  inbox: { title: 'Messages', empty: 'No messages.', markRead: 'Mark all read', unread: 'Unread' },
};
