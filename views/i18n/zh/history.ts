import type { HistoryKind } from '../../../src/pipeline/batch/history-kind.ts';
import { codes } from './codes.ts';
import { coded, type Detail, type Sentence, text } from '../detail.ts';

/** Why an employer declined, in brackets; nothing where it was not asked then. */
export function declinedFor(d: Detail): string {
  const reason = Object.entries(codes.declineReason).find(([code]) => code === d['reason']);
  return reason ? `（${reason[1]}）` : '';
}

/** The history of a batch, a sentence for each kind of line. */
export const history: Record<HistoryKind, Sentence> = {
  batch_opened: '开批次',
  order_sent: (d) => `用工单第 ${text(d['version'])} 版发给用工单位`,
  order_confirmed: (d, { day }) =>
    `用工单位确认 ${text(d['headcount'])} 人，${day(text(d['startsOn']))}到岗`,
  order_countered: (d, { day }) =>
    `用工单位要改成 ${text(d['headcount'])} 人，${day(text(d['startsOn']))}到岗`,
  order_declined: (d) => `用工单位这次不需要${declinedFor(d)}`,
  order_expired: '用工单位逾期没有答复',
  order_amended: (d) =>
    `用工单改为第 ${text(d['version'])} 版：${text(d['headcount'])} 人` +
    (d['termsChanged'] === true ? '，条件有变，同意作废' : ''),
  registered: (d) => `${text(d['name'])} 加入名单${d['word'] ? `(${text(d['word'])})` : ''}`,
  offered: (d) => `给 ${text(d['name'])} 备好条件，等告知`,
  told: (d) =>
    d['by'] === 'witness'
      ? `当面告知 ${text(d['name'])} 条件`
      : `${text(d['name'])} 打开链接，看到了条件`,
  consented: (d) => `${text(d['name'])} 同意${d['witness'] === true ? '（当面见证）' : ''}`,
  selected: (d) => `选定 ${text(d['name'])}`,
  promoted: (d) => `候补 ${text(d['name'])} 转正`,
  place_offered: (d) => `问候补 ${text(d['name'])} 是否补上`,
  place_offer_lapsed: (d) => `候补 ${text(d['name'])} 没有按时答复`,
  place_offer_recalled: (d) => `收回给候补 ${text(d['name'])} 的名额`,
  place_refused: (d) => `候补 ${text(d['name'])} 这次不补`,
  place_asked_again: (d) => `候补 ${text(d['name'])} 可以再问`,
  offers_stopped: '停止自动问候补',
  offers_resumed: '恢复自动问候补',
  reranked: (d) => `${text(d['name'])} 候补改为第 ${text(d['rank'])} 位：${text(d['reason'])}`,
  contradicted: (d) => `${text(d['name'])} 说没有同意过，同意作废`,
  question_asked: (d) => `${text(d['name'])} 有问题要问`,
  question_answered: (d) => `回了 ${text(d['name'])} 的电话`,
  reserved: (d) => `${text(d['name'])} 候补第 ${text(d['rank'])} 位`,
  took_back: (d) => `${text(d['name'])} 说点错了，还想去`,
  declined: (d) => `${text(d['name'])} 不去`,
  withdrew: (d) => `${text(d['name'])} 退出`,
  released: (d) => `${text(d['name'])} 不再安排`,
  exam_booked: (d, { day }) => `${text(d['people'])} 人约 ${day(text(d['heldOn']))}体检`,
  examined: (d) => `${text(d['name'])} 有体检结论`,
  left_after_exam: (d) => `${text(d['name'])} 离开批次`,
  paper: (d) => `${text(d['name'])} 证件有更新`,
  paper_lent: (d) => `${text(d['name'])} 的原件借出办理`,
  paper_returned: (d) => `${text(d['name'])} 的原件已归还`,
  exam_moved: (d, { day }) => `体检改到 ${day(text(d['heldOn']))}`,
  exam_cancelled: (d, { day }) => `取消 ${day(text(d['heldOn']))}的体检`,
  exam_taken_back: (d) => `${text(d['name'])} 的体检结论撤回重填`,
  fit_today: (d) => `${text(d['name'])} 说今天能走`,
  not_fit_today: (d) => `${text(d['name'])} 说今天不能走`,
  photo_taken: (d) => `${text(d['name'])} 的证件拍了照片`,
  loan_confirmed: (d) => `${text(d['name'])} 确认借出原件`,
  return_confirmed: (d) => `${text(d['name'])} 确认收回原件`,
  return_denied: (d) => `${text(d['name'])} 说原件没有归还`,
  contract_signed: (d) => `${text(d['name'])} 的劳动合同已登记`,
  contract_accepted: (d) => `${text(d['name'])} 同意合同里不同的地方`,
  contract_refused: (d) => `${text(d['name'])} 不同意合同`,
  copy_confirmed: (d) => `${text(d['name'])} 手里有合同`,
  copy_missing: (d) => `${text(d['name'])} 说手里没有合同`,
  requirements_changed: (d) => `证件要求改为 ${text(d['count'])} 种`,
  unfilled_accepted: (d) => `确认缺 ${text(d['places'])} 人：${text(d['reason'])}`,
  seats_given: (d) => `给 ${text(d['people'])} 人排了座位`,
  seat_moved: (d) => `${text(d['name'])} 换到 ${text(d['no'])} 座`,
  leg_added: (d) => `行程 ${text(d['from'])} → ${text(d['to'])} ${text(d['vehicle'])}`,
  escort_added: (d) => `${text(d['escort'])} 护送`,
  manifest_locked: (d) => `锁定名单，${text(d['people'])} 人`,
  manifest_unlocked: '解锁名单',
  phone_replaced: (d) => `${text(d['by'])} 换手机接替 ${text(d['escort'])} 点名`,
  leg_removed: (d) => `划掉行程 ${text(d['from'])} → ${text(d['to'])}(${text(d['vehicle'])})`,
  captain_agreed: (d) => `${text(d['name'])} 愿意当小组长`,
  sent_off: (d) =>
    `欢送仪式：${text(d['place'])}${d['leaders'] ? `，${text(d['leaders'])}到场` : ''}`,
  incident: (d) => `途中情况：${coded(codes.incident, d['what'])} ${text(d['name'])}`.trim(),
  roll_call_disputed: (d) => `${text(d['name'])}：几部手机说法不一`,
  roll_call_refused: (d) => `${text(d['name'])} 有一次点名没有记上`.trim(),
  roll_call_heard: (d) => `收到手机点名 ${text(d['entries'])} 条`,
  roll_call: (d) => {
    const said: Record<string, string> = {
      boarded: '上车',
      no_show: '没来',
      refused: '不走了',
      unfit: '身体不适',
      arrived: '到达',
      left_en_route: '中途离开',
      missing: '失联',
      undo: '撤回点名',
    };
    return `${text(d['name'])} ${said[text(d['outcome'])] ?? ''}`;
  },
  departed: (d) => `出发，${text(d['boarded'])} 人`,
  exam_day_finished: (d, { day }) =>
    `体检机构说${day(text(d['day']))}查完了：${text(d['people'])} 人有结论` +
    (d['open'] ? `，${text(d['open'])} 人没有` : ''),
  departure_taken_back: '出发撤回了，回到上车点名',
  arrived: (d) => `到达，${text(d['arrived'])} 人`,
  handed_over: (d) => `用工单位签收 ${text(d['accepted'])} 人，退回 ${text(d['rejected'])} 人`,
  rejected: (d) => `${text(d['name'])} 被退回`,
  handover_corrected: (d) =>
    `更正签收：${text(d['name'])} ${coded(codes.corrected, d['was'])} → ` +
    coded(codes.corrected, d['outcome']),
  went_onward: (d) => `${text(d['name'])} ${coded(codes.onward, d['next'])}`,
  tickets_noted: (d) => `登记 ${text(d['vehicle'])} 车票座位 ${text(d['people'])} 人`,
  leg_replaced: (d) =>
    `行程改为 ${text(d['from'])} → ${text(d['to'])} ${text(d['vehicle'])}` +
    (d['was'] === d['vehicle'] ? '' : `(原 ${text(d['was'])})`),
  escort_replaced: (d) => `${text(d['by'])} 接替 ${text(d['escort'])} 护送：${text(d['why'])}`,
  redirected: (d) =>
    `由 ${text(d['from'])} 改去 ${text(d['to'])}(${text(d['reason'])}），原来的同意作废，逐人重新问`,
  cost_recorded: (d) => `${coded(codes.budgetLine, d['line'])}付款 ${Number(d['fen']) / 100} 元`,
  cost_reversed: (d) =>
    `冲销${coded(codes.budgetLine, d['line'])}付款 ${Number(d['fen']) / 100} 元`,
  visited: (d) =>
    d['outcome'] === undefined || d['outcome'] === 'done'
      ? `回访 ${text(d['name'])}`
      : `联系 ${text(d['name'])}：${coded(codes.visitOutcome, d['outcome'])}`,
  came_home: (d) => `${text(d['name'])} 返乡`,
  problem_reported: (d) => `${text(d['name'])} 报告问题`,
  stage_closed: (d) =>
    `${coded(codes.stage, d['stage'])}办齐，进入${coded(codes.stage, d['next'])}`,
  taken_back: (d) =>
    `撤销：${coded(codes.undone, d['what'])}` +
    (d['name'] ? `（${text(d['name'])}）` : `（${text(d['people'])} 人）`),
  batch_closed: '批次结束',
  batch_cancelled: (d) => `批次取消：${text(d['reason'])}`,
};
