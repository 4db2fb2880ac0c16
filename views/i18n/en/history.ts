import { codes } from './codes.ts';
import { coded, type Detail, type Formats, text } from '../detail.ts';
import { people } from './plural.ts';

/** Why an employer declined, in brackets; nothing where it was not asked then. */
export function declinedFor(d: Detail): string {
  const reason = Object.entries(codes.declineReason).find(([code]) => code === d['reason']);
  return reason ? ` (${reason[1]})` : '';
}

/** The history of a batch, a sentence for each kind of line. */
export const history = {
  batch_opened: (_d: Detail, _day: Formats['day']) => 'Batch opened',
  order_sent: (d: Detail, _day: Formats['day']) =>
    `Order version ${text(d['version'])} sent to the employer`,
  order_confirmed: (d: Detail, day: Formats['day']) =>
    `Employer confirmed ${people(d['headcount'])}, to start ${day(text(d['startsOn']))}`,
  order_countered: (d: Detail, day: Formats['day']) =>
    `Employer countered with ${people(d['headcount'])}, to start ${day(text(d['startsOn']))}`,
  order_declined: (d: Detail, _day: Formats['day']) =>
    `Employer needs nobody this time${declinedFor(d)}`,
  order_expired: (_d: Detail, _day: Formats['day']) => 'Employer did not reply in time',
  order_amended: (d: Detail, _day: Formats['day']) =>
    `Order amended to version ${text(d['version'])}: ${people(d['headcount'])}` +
    (d['termsChanged'] === true ? '; terms changed, consents no longer hold' : ''),
  registered: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} added to the list${d['word'] ? ` (${text(d['word'])})` : ''}`,
  offered: (d: Detail, _day: Formats['day']) => `${text(d['name'])} told the terms`,
  consented: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} consented${d['witness'] === true ? ' (witnessed in person)' : ''}`,
  selected: (d: Detail, _day: Formats['day']) => `${text(d['name'])} selected`,
  promoted: (d: Detail, _day: Formats['day']) => `${text(d['name'])} moved up from reserve`,
  place_offered: (d: Detail, _day: Formats['day']) =>
    `Asked the reserve ${text(d['name'])} to take a place`,
  place_offer_lapsed: (d: Detail, _day: Formats['day']) =>
    `The reserve ${text(d['name'])} did not answer in time`,
  place_offer_recalled: (d: Detail, _day: Formats['day']) =>
    `Took the offer to ${text(d['name'])} back`,
  place_refused: (d: Detail, _day: Formats['day']) =>
    `The reserve ${text(d['name'])} does not want this place`,
  place_asked_again: (d: Detail, _day: Formats['day']) =>
    `The reserve ${text(d['name'])} may be asked again`,
  offers_stopped: (_d: Detail, _day: Formats['day']) => 'Stopped asking reserves by itself',
  offers_resumed: (_d: Detail, _day: Formats['day']) => 'Asks reserves by itself again',
  reranked: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} is now number ${text(d['rank'])} on the reserve list: ${text(d['reason'])}`,
  contradicted: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} says that they did not consent; the consent is void`,
  question_asked: (d: Detail, _day: Formats['day']) => `${text(d['name'])} has a question`,
  reserved: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} is reserve no. ${text(d['rank'])}`,
  took_back: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} tapped by mistake and still wants to go`,
  declined: (d: Detail, _day: Formats['day']) => `${text(d['name'])} is not going`,
  withdrew: (d: Detail, _day: Formats['day']) => `${text(d['name'])} withdrew`,
  released: (d: Detail, _day: Formats['day']) => `${text(d['name'])} no longer placed`,
  exam_booked: (d: Detail, day: Formats['day']) =>
    `${people(d['people'])} booked for a medical on ${day(text(d['heldOn']))}`,
  examined: (d: Detail, _day: Formats['day']) => `${text(d['name'])} has a medical conclusion`,
  left_after_exam: (d: Detail, _day: Formats['day']) => `${text(d['name'])} left the batch`,
  paper: (d: Detail, _day: Formats['day']) => `${text(d['name'])}: papers updated`,
  paper_lent: (d: Detail, _day: Formats['day']) => `${text(d['name'])}: original lent`,
  paper_returned: (d: Detail, _day: Formats['day']) => `${text(d['name'])}: original returned`,
  exam_moved: (d: Detail, day: Formats['day']) => `Examination moved to ${day(text(d['heldOn']))}`,
  exam_cancelled: (d: Detail, day: Formats['day']) =>
    `Examination of ${day(text(d['heldOn']))} cancelled`,
  exam_taken_back: (d: Detail, _day: Formats['day']) => `${text(d['name'])}: conclusion taken back`,
  fit_today: (d: Detail, _day: Formats['day']) => `${text(d['name'])} is able to travel today`,
  not_fit_today: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} is not able to travel today`,
  photo_taken: (d: Detail, _day: Formats['day']) => `${text(d['name'])}: a paper was photographed`,
  loan_confirmed: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} confirmed lending an original`,
  return_confirmed: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} confirmed having an original back`,
  return_denied: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} says an original is not back`,
  contract_signed: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])}: labour contract entered`,
  contract_accepted: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} agreed to the contract`,
  contract_refused: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} did not agree to the contract`,
  copy_confirmed: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} has a copy of the contract`,
  copy_missing: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} says they have no contract`,
  requirements_changed: (d: Detail, _day: Formats['day']) =>
    `Papers needed changed to ${text(d['count'])}`,
  unfilled_accepted: (d: Detail, _day: Formats['day']) =>
    `Accepted ${people(d['places'])} short: ${text(d['reason'])}`,
  seats_given: (d: Detail, _day: Formats['day']) => `Seats given to ${people(d['people'])}`,
  seat_moved: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} moved to seat ${text(d['no'])}`,
  leg_added: (d: Detail, _day: Formats['day']) =>
    `Journey ${text(d['from'])} → ${text(d['to'])} ${text(d['vehicle'])}`,
  escort_added: (d: Detail, _day: Formats['day']) => `${text(d['escort'])} will escort`,
  manifest_locked: (d: Detail, _day: Formats['day']) => `Manifest locked, ${people(d['people'])}`,
  manifest_unlocked: (_d: Detail, _day: Formats['day']) => 'Manifest unlocked',
  phone_replaced: (d: Detail, _day: Formats['day']) =>
    `${text(d['by'])} took over the roll call of ${text(d['escort'])}`,
  leg_removed: (d: Detail, _day: Formats['day']) =>
    `Leg struck: ${text(d['from'])} → ${text(d['to'])} (${text(d['vehicle'])})`,
  captain_agreed: (d: Detail, _day: Formats['day']) => `${text(d['name'])} agreed to be captain`,
  sent_off: (d: Detail, _day: Formats['day']) =>
    `Send-off: ${text(d['place'])}${d['leaders'] ? `, ${text(d['leaders'])} present` : ''}`,
  incident: (d: Detail, _day: Formats['day']) =>
    `On the way: ${coded(codes.incident, d['what'])} ${text(d['name'])}`.trim(),
  roll_call_disputed: (d: Detail, _day: Formats['day']) => `${text(d['name'])}: phones disagree`,
  roll_call_refused: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])} one call was not taken`.trim(),
  roll_call_heard: (d: Detail, _day: Formats['day']) => `Heard from a phone: ${text(d['entries'])}`,
  roll_call: (d: Detail, _day: Formats['day']) => {
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
  departed: (d: Detail, _day: Formats['day']) => `Departed, ${people(d['boarded'])}`,
  exam_day_finished: (d: Detail, day: Formats['day']) =>
    `The clinic is done with ${day(text(d['day']))}: ${text(d['people'])} with a conclusion` +
    (d['open'] ? `, ${text(d['open'])} without` : ''),
  departure_taken_back: (_d: Detail, _day: Formats['day']) =>
    'Departure taken back; boarding goes on',
  arrived: (d: Detail, _day: Formats['day']) => `Arrived, ${people(d['arrived'])}`,
  handed_over: (d: Detail, _day: Formats['day']) =>
    `Employer signed for ${people(d['accepted'])}, rejected ${text(d['rejected'])}`,
  rejected: (d: Detail, _day: Formats['day']) => `${text(d['name'])} was rejected`,
  handover_corrected: (d: Detail, _day: Formats['day']) =>
    `Signature corrected: ${text(d['name'])} ${coded(codes.corrected, d['was']).toLowerCase()} ` +
    `→ ${coded(codes.corrected, d['outcome']).toLowerCase()}`,
  went_onward: (d: Detail, _day: Formats['day']) =>
    `${text(d['name'])}: ${coded(codes.onward, d['next']).toLowerCase()}`,
  tickets_noted: (d: Detail, _day: Formats['day']) =>
    `${text(d['vehicle'])}: ticket seats of ${people(d['people'])}`,
  leg_replaced: (d: Detail, _day: Formats['day']) =>
    `Leg changed: ${text(d['from'])} → ${text(d['to'])} ${text(d['vehicle'])}` +
    (d['was'] === d['vehicle'] ? '' : ` (was ${text(d['was'])})`),
  escort_replaced: (d: Detail, _day: Formats['day']) =>
    `${text(d['by'])} escorts in place of ${text(d['escort'])}: ${text(d['why'])}`,
  redirected: (d: Detail, _day: Formats['day']) =>
    `Goes to ${text(d['to'])} instead of ${text(d['from'])} (${text(d['reason'])}); everybody is ` +
    `asked anew`,
  cost_recorded: (d: Detail, _day: Formats['day']) =>
    `${coded(codes.budgetLine, d['line'])}: paid ¥${Number(d['fen']) / 100}`,
  cost_reversed: (d: Detail, _day: Formats['day']) =>
    `${coded(codes.budgetLine, d['line'])}: reversed ¥${Number(d['fen']) / 100}`,
  visited: (d: Detail, _day: Formats['day']) =>
    d['outcome'] === undefined || d['outcome'] === 'done'
      ? `Follow-up visit to ${text(d['name'])}`
      : `Call to ${text(d['name'])}: ${coded(codes.visitOutcome, d['outcome']).toLowerCase()}`,
  came_home: (d: Detail, _day: Formats['day']) => `${text(d['name'])} came home`,
  problem_reported: (d: Detail, _day: Formats['day']) => `${text(d['name'])} reported a problem`,
  stage_closed: (_d: Detail, _day: Formats['day']) => 'On to the next stage',
  batch_closed: (_d: Detail, _day: Formats['day']) => 'Batch ended',
  batch_cancelled: (d: Detail, _day: Formats['day']) => `Batch cancelled: ${text(d['reason'])}`,
};
