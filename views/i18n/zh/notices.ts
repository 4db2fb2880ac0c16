import { declinedFor } from './history.ts';
import { coded, type Detail, type Formats, text } from '../detail.ts';
import type { DeadlineKind } from '../../../src/pipeline/deadline.ts';
import { codes } from './codes.ts';
import type { PaperKind } from '../../../src/pipeline/documents/paper-kind.ts';

export const notices = {
  robotSays: (code: string, kind: string) => {
    const said: Record<string, string> = {
      order_confirmed: '用工单位已确认人数',
      order_countered: '用工单位提出修改',
      order_declined: '用工单位这次不需要',
      order_expired: '用工单位逾期未答复',
      withdrew: '有人退出，请补人',
      declined: '有人答复不去',
      left_after_exam: '有人离开批次，请补人',
      place_offered: '有名额空出，已问候补',
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
    return `送行 批次 ${code}：${said[kind] ?? kind}`;
  },
  notices: {
    order_confirmed: (d: Detail, f: Formats) =>
      `用工单位确认 ${text(d['headcount'])} 人，${f.day(text(d['startsOn']))}到岗`,
    order_countered: (d: Detail, f: Formats) =>
      `用工单位提出 ${text(d['headcount'])} 人，${f.day(text(d['startsOn']))}到岗`,
    order_declined: (d: Detail) => `用工单位这次不需要${declinedFor(d)}`,
    order_expired: '用工单位逾期没有答复',
    withdrew: (d: Detail) => `${text(d['name'])} 退出`,
    declined: (d: Detail) => `${text(d['name'])} 不去`,
    left_after_exam: (d: Detail) => `${text(d['name'])} 离开批次`,
    place_offered: (d: Detail, f: Formats) =>
      `候补 ${text(d['name'])} 可以补上，请把链接转给本人（${f.time(Number(d['until']))}前答复）`,
    promoted: (d: Detail) => `候补 ${text(d['name'])} 已补上`,
    place_refused: (d: Detail) => `候补 ${text(d['name'])} 这次不补`,
    place_offer_lapsed: (d: Detail) => `候补 ${text(d['name'])} 没有按时答复，已问下一位`,
    contradicted: (d: Detail) => `${text(d['name'])} 说没有同意过，请联系本人`,
    contract_refused: (d: Detail) =>
      `${text(d['name'])} 不同意合同里与条件不同的地方，请与用工单位改正`,
    copy_missing: (d: Detail) => `${text(d['name'])} 说手里没有劳动合同，请给一份`,
    return_denied: (d: Detail) => `${text(d['name'])} 说原件没有归还，请核实`,
    exam_day_finished: (d: Detail, f: Formats) =>
      `体检机构说${f.day(text(d['day']))}查完了：${text(d['people'])} 人有结论` +
      (d['open'] ? `，${text(d['open'])} 人没有` : ''),
    not_fit_today: (d: Detail) => `${text(d['name'])} 说今天不能走，请联系`,
    question_asked: (d: Detail) => `${text(d['name'])} 有问题要问，请打电话`,
    rejected: (d: Detail) => `${text(d['name'])} 被用工单位退回`,
    handed_over: (d: Detail) => `用工单位签收 ${text(d['accepted'])} 人`,
    stage_closed: (d: Detail) =>
      `${coded(codes.stage, d['stage'])}办齐，进入${coded(codes.stage, d['next'])}`,
    batch_closed: '批次结束',
    problem_reported: (d: Detail) => `${text(d['name'])} 报告了问题，请联系`,
    audit_head: (d: Detail, f: Formats) =>
      d['lost']
        ? `审计对不上：${f.day(text(d['lost']))}告知的印记已不在封存链里，请到审计页核对`
        : `审计已封存到第 ${text(d['rows'])} 条，印记 ${text(d['mark'])}。请另外记下，以后可以核对`,
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
        medical_expiry: '体检快到期，要重做',
        paper_expiry: '证件快到期，要换证',
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

/** Sentences with numbers and names in them: notices, what to do. */
/** Which paper a reminder is about, where it is about one. */
function paperOf(d: Detail): string {
  return d['paper'] ? `「${codes.paper[d['paper'] as PaperKind]}」` : '';
}
