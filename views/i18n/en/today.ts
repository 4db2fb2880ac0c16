/** Words of today and the inbox. */
export const today = {
  today: {
    title: 'Today',
    hello: (name: string) => `Hello, ${name}`,
    due: 'What is due',
    nothingDue: 'Nothing is due.',
    see: 'Go',
  },
  inbox: { title: 'Messages', empty: 'No messages.', markRead: 'Mark all read', unread: 'Unread' },
};
