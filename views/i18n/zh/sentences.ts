import { todo } from './todo.ts';
import { notices } from './notices.ts';

export const sentences = {
  inboxCount: (unread: number) => {
    if (unread === 0) return '消息';
    return unread > 9 ? '消息 9+' : `消息 ${unread}`;
  },
  ownPageOf: {
    what: '这是务工人员本人的页面。您用工作账号登录着，只能看，不能替本人点。',
    witness: '当面办理，记您为见证人',
  },
  questionsCall: '有疑问请打电话：',
  call: (name: string) => `给${name}打电话`,
  age: (years: number) => `${years} 岁`,
  people: (count: number) => `${count} 人`,
  times: (count: number) => `${count} 次`,
  dueBy: (time: string) => `${time} 前`,
  onDay: (day: string) => `${day}起`,
  undo: '撤销',
  saved: '✓ 已保存',
  savedFor: (name: string) => `✓ ${name} 已保存`,
  overdueSince: (time: string) => `已过 ${time}`,
  problem: {
    title: '没有办成',
    nothingChanged: '没有改动任何记录。',
    next: {
      link_expired: '请向劳务站要一个新的链接。',
      link_revoked: '请向劳务站要一个新的链接。',
      link_unknown: '请长按收到的整条消息，重新复制完整的链接再打开；还不行就打电话给劳务站。',
      link_not_held: '请回到聊天里，再点一次收到的链接。',
      exam_day_over: '这一天的体检名单已经结束。还有结论要填，请打电话给劳务站。',
      other_form: '先前交的那份已经保存；这次填的还没有保存。',
      batch_ended: '这一批已经结束，没有要办的了。有疑问请打电话给劳务站。',
    },
    back: '返回',
    keepAsWell: '这次填的也提交',
    tryAgainIn: (seconds: number) => `请过 ${Math.ceil(seconds / 60)} 分钟再试。`,
  },
  ...notices,
  ...todo,
};
