/** Words of today and the inbox. */
export const today = {
  today: {
    title: 'Today',
    hello: (name: string) => `Hello, ${name}`,
    due: 'Due in your village',
    nothingDue: 'Nothing is due in your village.',
    toDo: 'To do',
    nothingToDo: 'Nothing waits for you.',
    waits: 'Waiting for',
    moreToDo: (count: number) => `${count} more, on the batches`,
    noBatches: 'No batch is under way. Start with a new order.',
    cases: (count: number) => `${count} open rights ${count === 1 ? 'case' : 'cases'}`,
    questions: (count: number) =>
      `${count} ${count === 1 ? 'person has' : 'people have'} a question that nobody has answered`,
    see: 'Go',
  },
  inbox: { title: 'Messages', empty: 'No messages.', markRead: 'Mark all read', unread: 'Unread' },
};
