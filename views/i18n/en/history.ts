import type { HistoryKind } from '../../../src/pipeline/batch/history-kind.ts';
import { codes } from './codes.ts';
import { coded, type Detail, type Sentence, text } from '../detail.ts';
import { people } from './plural.ts';

/** Why an employer declined, in brackets; nothing where it was not asked then. */
export function declinedFor(d: Detail): string {
  const reason = Object.entries(codes.declineReason).find(([code]) => code === d['reason']);
  return reason ? ` (${reason[1]})` : '';
}

/** The history of a batch, a sentence for each kind of line. */
export const history: Record<HistoryKind, Sentence> = {
  batch_opened: 'Batch opened',
  order_sent: (d) => `Order version ${text(d['version'])} sent to the employer`,
  order_confirmed: (d, { day }) =>
    `Employer confirmed ${people(d['headcount'])}, to start ${day(text(d['startsOn']))}`,
  order_countered: (d, { day }) =>
    `Employer countered with ${people(d['headcount'])}, to start ${day(text(d['startsOn']))}`,
  order_declined: (d) => `Employer needs nobody this time${declinedFor(d)}`,
  order_expired: 'Employer did not reply in time',
  order_amended: (d) =>
    `Order amended to version ${text(d['version'])}: ${people(d['headcount'])}` +
    (d['termsChanged'] === true ? '; terms changed, consents no longer hold' : ''),
  registered: (d) =>
    `${text(d['name'])} added to the list${d['word'] ? ` (${text(d['word'])})` : ''}`,
  offered: (d) => `Terms prepared for ${text(d['name'])}, not told yet`,
  told: (d) =>
    d['by'] === 'witness'
      ? `${text(d['name'])} was told the terms in person`
      : `${text(d['name'])} opened the link and saw the terms`,
  consented: (d) =>
    `${text(d['name'])} consented${d['witness'] === true ? ' (witnessed in person)' : ''}`,
  selected: (d) => `${text(d['name'])} selected`,
  promoted: (d) => `${text(d['name'])} moved up from reserve`,
  place_offered: (d) => `Asked the reserve ${text(d['name'])} to take a place`,
  place_offer_lapsed: (d) => `The reserve ${text(d['name'])} did not answer in time`,
  place_offer_recalled: (d) => `Took the offer to ${text(d['name'])} back`,
  place_refused: (d) => `The reserve ${text(d['name'])} does not want this place`,
  place_asked_again: (d) => `The reserve ${text(d['name'])} may be asked again`,
  offers_stopped: 'Stopped asking reserves by itself',
  offers_resumed: 'Asks reserves by itself again',
  reranked: (d) =>
    `${text(d['name'])} is now number ${text(d['rank'])} on the reserve list: ${text(d['reason'])}`,
  contradicted: (d) => `${text(d['name'])} says that they did not consent; the consent is void`,
  question_asked: (d) => `${text(d['name'])} has a question`,
  question_answered: (d) => `${text(d['name'])} was called back`,
  reserved: (d) => `${text(d['name'])} is reserve no. ${text(d['rank'])}`,
  took_back: (d) => `${text(d['name'])} tapped by mistake and still wants to go`,
  declined: (d) => `${text(d['name'])} is not going`,
  withdrew: (d) => `${text(d['name'])} withdrew`,
  released: (d) => `${text(d['name'])} no longer placed`,
  exam_booked: (d, { day }) =>
    `${people(d['people'])} booked for a medical on ${day(text(d['heldOn']))}`,
  examined: (d) => `${text(d['name'])} has a medical conclusion`,
  left_after_exam: (d) => `${text(d['name'])} left the batch`,
  paper: (d) => `${text(d['name'])}: papers updated`,
  paper_lent: (d) => `${text(d['name'])}: original lent`,
  paper_returned: (d) => `${text(d['name'])}: original returned`,
  exam_moved: (d, { day }) => `Examination moved to ${day(text(d['heldOn']))}`,
  exam_cancelled: (d, { day }) => `Examination of ${day(text(d['heldOn']))} cancelled`,
  exam_taken_back: (d) => `${text(d['name'])}: conclusion taken back`,
  fit_today: (d) => `${text(d['name'])} is able to travel today`,
  not_fit_today: (d) => `${text(d['name'])} is not able to travel today`,
  photo_taken: (d) => `${text(d['name'])}: a paper was photographed`,
  loan_confirmed: (d) => `${text(d['name'])} confirmed lending an original`,
  return_confirmed: (d) => `${text(d['name'])} confirmed having an original back`,
  return_denied: (d) => `${text(d['name'])} says an original is not back`,
  contract_signed: (d) => `${text(d['name'])}: labour contract entered`,
  contract_accepted: (d) => `${text(d['name'])} agreed to the contract`,
  contract_refused: (d) => `${text(d['name'])} did not agree to the contract`,
  copy_confirmed: (d) => `${text(d['name'])} has a copy of the contract`,
  copy_missing: (d) => `${text(d['name'])} says they have no contract`,
  requirements_changed: (d) => `Papers needed changed to ${text(d['count'])}`,
  unfilled_accepted: (d) => `Accepted ${people(d['places'])} short: ${text(d['reason'])}`,
  seats_given: (d) => `Seats given to ${people(d['people'])}`,
  seat_moved: (d) => `${text(d['name'])} moved to seat ${text(d['no'])}`,
  leg_added: (d) => `Journey ${text(d['from'])} → ${text(d['to'])} ${text(d['vehicle'])}`,
  escort_added: (d) => `${text(d['escort'])} will escort`,
  manifest_locked: (d) => `Manifest locked, ${people(d['people'])}`,
  manifest_unlocked: 'Manifest unlocked',
  phone_replaced: (d) => `${text(d['by'])} took over the roll call of ${text(d['escort'])}`,
  leg_removed: (d) => `Leg struck: ${text(d['from'])} → ${text(d['to'])} (${text(d['vehicle'])})`,
  captain_agreed: (d) => `${text(d['name'])} agreed to be captain`,
  sent_off: (d) =>
    `Send-off: ${text(d['place'])}${d['leaders'] ? `, ${text(d['leaders'])} present` : ''}`,
  incident: (d) => `On the way: ${coded(codes.incident, d['what'])} ${text(d['name'])}`.trim(),
  roll_call_disputed: (d) => `${text(d['name'])}: phones disagree`,
  roll_call_refused: (d) => `${text(d['name'])} one call was not taken`.trim(),
  roll_call_heard: (d) => `Heard from a phone: ${text(d['entries'])}`,
  roll_call: (d) => {
    const said: Record<string, string> = {
      boarded: 'boarded',
      no_show: 'did not come',
      refused: 'is not going',
      unfit: 'is unwell',
      arrived: 'arrived',
      left_en_route: 'left en route',
      missing: 'is missing',
      undo: 'to be called again',
    };
    return `${text(d['name'])} ${said[text(d['outcome'])] ?? ''}`;
  },
  departed: (d) => `Departed, ${people(d['boarded'])}`,
  exam_day_finished: (d, { day }) =>
    `The clinic is done with ${day(text(d['day']))}: ${text(d['people'])} with a conclusion` +
    (d['open'] ? `, ${text(d['open'])} without` : ''),
  departure_taken_back: 'Departure taken back; boarding goes on',
  arrived: (d) => `Arrived, ${people(d['arrived'])}`,
  handed_over: (d) =>
    `Employer signed for ${people(d['accepted'])}, rejected ${text(d['rejected'])}`,
  rejected: (d) => `${text(d['name'])} was rejected`,
  handover_corrected: (d) =>
    `Signature corrected: ${text(d['name'])} ${coded(codes.corrected, d['was']).toLowerCase()} ` +
    `→ ${coded(codes.corrected, d['outcome']).toLowerCase()}`,
  went_onward: (d) => `${text(d['name'])}: ${coded(codes.onward, d['next']).toLowerCase()}`,
  tickets_noted: (d) => `${text(d['vehicle'])}: ticket seats of ${people(d['people'])}`,
  leg_replaced: (d) =>
    `Leg changed: ${text(d['from'])} → ${text(d['to'])} ${text(d['vehicle'])}` +
    (d['was'] === d['vehicle'] ? '' : ` (was ${text(d['was'])})`),
  escort_replaced: (d) =>
    `${text(d['by'])} escorts in place of ${text(d['escort'])}: ${text(d['why'])}`,
  redirected: (d) =>
    `Goes to ${text(d['to'])} instead of ${text(d['from'])} (${text(d['reason'])}); everybody is ` +
    `asked anew`,
  cost_recorded: (d) => `${coded(codes.budgetLine, d['line'])}: paid ¥${Number(d['fen']) / 100}`,
  cost_reversed: (d) =>
    `${coded(codes.budgetLine, d['line'])}: reversed ¥${Number(d['fen']) / 100}`,
  visited: (d) =>
    d['outcome'] === undefined || d['outcome'] === 'done'
      ? `Follow-up visit to ${text(d['name'])}`
      : `Call to ${text(d['name'])}: ${coded(codes.visitOutcome, d['outcome']).toLowerCase()}`,
  came_home: (d) => `${text(d['name'])} came home`,
  problem_reported: (d) => `${text(d['name'])} reported a problem`,
  stage_closed: (d) =>
    `${coded(codes.stage, d['stage'])} is complete; ${coded(codes.stage, d['next'])} opens`,
  taken_back: (d) =>
    `Undone: ${coded(codes.undone, d['what'])}` +
    ` (${d['name'] ? text(d['name']) : people(Number(d['people']))})`,
  batch_closed: 'Batch ended',
  batch_cancelled: (d) => `Batch cancelled: ${text(d['reason'])}`,
};
