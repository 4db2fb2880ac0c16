/** Words of today and the inbox. */
export const today = {
  today: {
    title: '今天',
    hello: (name: string) => `${name}，您好`,
    due: '本村到期的事',
    nothingDue: '本村没有到期的事。',
    toDo: '要办的事',
    nothingToDo: '没有轮到您办的事。',
    waits: '在等',
    moreToDo: (count: number) => `还有 ${count} 件，在批次里`,
    noBatches: '还没有进行中的批次。先新建一张用工单。',
    cases: (count: number) => `${count} 件权益案件没有办结`,
    questions: (count: number) => `${count} 人有问题要问，还没有人回`,
    see: '去办',
  },
  inbox: { title: '消息', empty: '没有消息。', markRead: '全部标为已读', unread: '未读' },
};
