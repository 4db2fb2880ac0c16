import { codes } from './codes.ts';
import { declinedFor } from './history.ts';
import { type Detail, type Formats, text } from '../detail.ts';
import type { PaperKind } from '../../../src/pipeline/documents/paper-state.ts';
import type { DeadlineKind } from '../../../src/pipeline/deadline.ts';
/** Sentences with numbers and names in them: notices, what to do. */
/** Which paper a reminder is about, where it is about one. */
function paperOf(d: Detail): string {
  return d['paper'] ? `「${codes.paper[d['paper'] as PaperKind]}」` : '';
}

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
  robotSays: (code: string, kind: string) => {
    const said: Record<string, string> = {
      order_confirmed: '用工单位已确认人数',
      order_countered: '用工单位提出修改',
      order_declined: '用工单位这次不需要',
      order_expired: '用工单位逾期未答复',
      withdrew: '有人退出,请补人',
      declined: '有人答复不去',
      left_after_exam: '有人离开批次,请补人',
      place_offered: '有名额空出,已问候补',
      promoted: '候补已转正',
      place_refused: '候补这次不补',
      place_offer_lapsed: '候补没有按时答复',
      contradicted: '有人说没有同意过',
      contract_refused: '有人不同意劳动合同',
      copy_missing: '有人手里没有劳动合同',
      return_denied: '有人说原件没有归还',
      not_fit_today: '有人说今天不能走',
      question_asked: '有人有问题要问',
      rejected: '有人被退回',
      handed_over: '已交接签收',
      stage_closed: '进入下一阶段',
      batch_closed: '批次已结束',
      problem_reported: '有人报告问题',
      deadline: '有事到期',
    };
    return `送行 批次 ${code}:${said[kind] ?? kind}`;
  },
  lacks: {
    reply: (_count: number) => '用工单位还没有确认',
    places: (count: number) => `缺 ${count} 人`,
    too_many: (count: number) => `多 ${count} 人`,
    consent: (count: number) => `${count} 人待重新同意`,
    medical: (count: number) => `${count} 人没有体检合格`,
    legal: (count: number) => `${count} 人不符合法律规定,不能去`,
    medical_expiring: (count: number) => `${count} 人体检到期`,
    papers: (count: number) => `${count} 人证件没有办齐`,
    custody: (count: number) => `${count} 人的原件还没有归还`,
    manifest: (_count: number) => '名单没有锁定',
    departure: (_count: number) => '还没有出发',
    arrival: (_count: number) => '还没有到达',
    handover: (_count: number) => '还没有交接',
    equation: (_count: number) => '人数对不上',
    visits: (count: number) => `还有 ${count} 次回访`,
    stranded: (count: number) => `${count} 人在外地没有岗位,还没有去向`,
  },
  todo: {
    send_order: { text: (_n: number) => '把用工单发给用工单位', button: '去发' },
    chase_reply: { text: (_n: number) => '等用工单位答复', button: '转发微信' },
    answer_counter: { text: (_n: number) => '用工单位提出修改', button: '处理' },
    send_again: { text: (_n: number) => '用工单位没有确认', button: '再发' },
    propose: { text: (n: number) => `还要找 ${n} 人`, button: '找人' },
    offer: { text: (n: number) => `${n} 人还没有告知条件`, button: '告知' },
    chase_offer: { text: (_n: number) => '还没有答复去不去', button: '联系' },
    select: { text: (n: number) => `${n} 人已同意,可选定`, button: '选定' },
    place_offer: { text: (_n: number) => '候补,等答复补不补', button: '转发' },
    promote: { text: (_n: number) => '候补可以转正', button: '转正' },
    release: { text: (n: number) => `多出 ${n} 人,要确定谁不去`, button: '处理' },
    reconsent: {
      text: (n: number) => (n > 1 ? `条件有变,${n} 人要重新同意` : '条件有变,要重新同意'),
      button: '办理',
    },
    book_exam: { text: (n: number) => `${n} 人要约体检`, button: '约体检' },
    conclude: { text: (n: number) => `${n} 人等体检结论`, button: '看名单' },
    recheck: { text: (_n: number) => '要复查', button: '办理' },
    barred: { text: (_n: number) => '工作限制与工种不符,不能做这个岗', button: '去安排' },
    papers: { text: (n: number) => `${n} 人证件没有办齐`, button: '办证' },
    return_paper: { text: (_n: number) => '原件要归还', button: '已归还' },
    repeat_medical: { text: (_n: number) => '体检在出发前到期,要重做', button: '去约' },
    renew_paper: { text: (_n: number) => '证件快到期,要换证', button: '去看' },
    sign_contract: { text: (_n: number) => '一个月内要签劳动合同', button: '去登记' },
    not_fit_today: { text: (_n: number) => '说今天不能走', button: '去联系' },
    plan_travel: { text: (_n: number) => '还没有护送人和行程', button: '安排' },
    lock: { text: (_n: number) => '人齐证齐,可以锁定名单', button: '去锁定' },
    board: { text: (n: number) => `${n} 人等上车点名`, button: '点名' },
    depart: { text: (_n: number) => '点名完成,可以出发', button: '出发' },
    arrive: { text: (n: number) => `${n} 人在途,到达后点名`, button: '点名' },
    settle_call: { text: (_n: number) => '几部手机说法不一,要问清楚', button: '去点名' },
    record_arrival: { text: (_n: number) => '到达点名已完成', button: '确认到达' },
    hand_over: { text: (_n: number) => '等用工单位签收', button: '去催' },
    find_missing: { text: (_n: number) => '失联,要找到人', button: '联系' },
    help_onward: { text: (_n: number) => '人在外地没有岗位,问要不要帮忙', button: '登记去向' },
    visit: { text: (n: number) => `还有 ${n} 次回访`, button: '回访' },
  },
  notices: {
    order_confirmed: (d: Detail, f: Formats) =>
      `用工单位确认 ${text(d['headcount'])} 人,${f.day(text(d['startsOn']))}到岗`,
    order_countered: (d: Detail, f: Formats) =>
      `用工单位提出 ${text(d['headcount'])} 人,${f.day(text(d['startsOn']))}到岗`,
    order_declined: (d: Detail, _f: Formats) => `用工单位这次不需要${declinedFor(d)}`,
    order_expired: (_d: Detail, _f: Formats) => '用工单位逾期没有答复',
    withdrew: (d: Detail, _f: Formats) => `${text(d['name'])} 退出`,
    declined: (d: Detail, _f: Formats) => `${text(d['name'])} 不去`,
    left_after_exam: (d: Detail, _f: Formats) => `${text(d['name'])} 离开批次`,
    place_offered: (d: Detail, f: Formats) =>
      `候补 ${text(d['name'])} 可以补上,请把链接转给本人(${f.time(Number(d['until']))}前答复)`,
    promoted: (d: Detail, _f: Formats) => `候补 ${text(d['name'])} 已补上`,
    place_refused: (d: Detail, _f: Formats) => `候补 ${text(d['name'])} 这次不补`,
    place_offer_lapsed: (d: Detail, _f: Formats) =>
      `候补 ${text(d['name'])} 没有按时答复,已问下一位`,
    contradicted: (d: Detail, _f: Formats) => `${text(d['name'])} 说没有同意过,请联系本人`,
    contract_refused: (d: Detail, _f: Formats) =>
      `${text(d['name'])} 不同意合同里与条件不同的地方,请与用工单位改正`,
    copy_missing: (d: Detail, _f: Formats) => `${text(d['name'])} 说手里没有劳动合同,请给一份`,
    return_denied: (d: Detail, _f: Formats) => `${text(d['name'])} 说原件没有归还,请核实`,
    exam_day_finished: (d: Detail, f: Formats) =>
      `体检机构说${f.day(text(d['day']))}查完了：${text(d['people'])} 人有结论` +
      (d['open'] ? `，${text(d['open'])} 人没有` : ''),
    not_fit_today: (d: Detail, _f: Formats) => `${text(d['name'])} 说今天不能走,请联系`,
    question_asked: (d: Detail, _f: Formats) => `${text(d['name'])} 有问题要问,请打电话`,
    rejected: (d: Detail, _f: Formats) => `${text(d['name'])} 被用工单位退回`,
    handed_over: (d: Detail, _f: Formats) => `用工单位签收 ${text(d['accepted'])} 人`,
    stage_closed: (_d: Detail, _f: Formats) => '进入下一阶段',
    batch_closed: (_d: Detail, _f: Formats) => '批次结束',
    problem_reported: (d: Detail, _f: Formats) => `${text(d['name'])} 报告了问题,请联系`,
    audit_head: (d: Detail, f: Formats) =>
      d['lost']
        ? `审计对不上:${f.day(text(d['lost']))}告知的印记已不在封存链里,请到审计页核对`
        : `审计已封存到第 ${text(d['rows'])} 条,印记 ${text(d['mark'])}。请另外记下,以后可以核对`,
    deadline: (d: Detail, f: Formats) => {
      const kinds: Record<DeadlineKind, string> = {
        reply: '用工单位还没有答复',
        offer: '还没有答复去不去',
        place_offer: '候补还没有答复',
        recheck: '该复查了',
        custody: '原件该归还了',
        departure: '就要出发',
        arrival: '应已到达',
        handover: '还没有交接',
        medical_expiry: '体检快到期,要重做',
        paper_expiry: '证件快到期,要换证',
        contract: '还没有签劳动合同',
      };
      const name = d['name'] ? `${text(d['name'])} ` : '';
      return (
        `${name}${kinds[d['deadline'] as DeadlineKind]}${paperOf(d)}(` +
        `${f.time(Number(d['dueAt']))})`
      );
    },
  },
};
