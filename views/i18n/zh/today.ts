/** Words of today and the inbox. */
export const today = {
  today: {
    title: '今天',
    hello: (name: string) => `${name},您好`,
    due: '到期的事',
    nothingDue: '没有到期的事。',
    see: '去办',
  },
  inbox: { title: '消息', empty: '没有消息。', markRead: '全部标为已读', unread: '未读' },
};
