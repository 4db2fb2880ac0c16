import { codes } from './codes.ts';
import { declinedFor } from './history.ts';
import { type Detail, type Formats, text } from '../detail.ts';
import { people } from './plural.ts';
import type { PaperKind } from '../../../src/pipeline/documents/paper-state.ts';
import type { DeadlineKind } from '../../../src/pipeline/deadline.ts';
/** Sentences with numbers and names in them: notices, what to do. */
/** Which paper a reminder is about, where it is about one. */
function paperOf(d: Detail): string {
  return d['paper'] ? ` (${codes.paper[d['paper'] as PaperKind]})` : '';
}

export const sentences = {
  inboxCount: (unread: number) => {
    if (unread === 0) return 'Messages';
    return unread > 9 ? 'Messages 9+' : `Messages ${unread}`;
  },
  ownPageOf: {
    what:
      'This is the worker’s own page. You are signed in at the station, so you can read it ' +
      'but not answer for them.',
    witness: 'Note it in person, with you as witness',
  },
  questionsCall: 'Questions? Please call ',
  call: (name: string) => `Call ${name}`,
  age: (years: number) => `Age ${years}`,
  people: (count: number) => people(count),
  times: (count: number) => `${count} ${count === 1 ? 'time' : 'times'}`,
  dueBy: (time: string) => `By ${time}`,
  overdueSince: (time: string) => `Overdue since ${time}`,
  problem: {
    title: 'Not done',
    nothingChanged: 'No record has been changed.',
    next: {
      link_expired: 'Please ask the station for a new link.',
      link_revoked: 'Please ask the station for a new link.',
      link_unknown:
        'Please long-press the whole message, copy the complete link again and open it; or call ' +
        'the station.',
      link_not_held: 'Please go back to the chat and tap the link there once more.',
      exam_day_over:
        'The list of this examination day is closed. If conclusions are missing, please call ' +
        'the station.',
      other_form: 'What was sent first is saved; what you filled in now is not.',
      batch_ended:
        'This batch has ended and nothing is left to do. If you have questions, please call the ' +
        'station.',
    },
    back: 'Back',
    keepAsWell: 'Send this one as well',
    tryAgainIn: (seconds: number) => {
      const minutes = Math.ceil(seconds / 60);
      return `Please try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
    },
  },
  robotSays: (code: string, kind: string) => {
    const said: Record<string, string> = {
      order_confirmed: 'the employer has confirmed the headcount',
      order_countered: 'the employer asks for a change',
      order_declined: 'the employer needs nobody this time',
      order_expired: 'the employer did not reply in time',
      withdrew: 'somebody has withdrawn, please fill the place',
      declined: 'somebody has answered not to go',
      left_after_exam: 'somebody has left the batch, please fill the place',
      place_offered: 'a place is vacant and a reserve was asked',
      promoted: 'a reserve took the place',
      place_refused: 'a reserve does not want the place',
      place_offer_lapsed: 'a reserve did not answer in time',
      contradicted: 'somebody says that they did not consent',
      contract_refused: 'somebody does not agree to the contract',
      copy_missing: 'somebody has no copy of the contract',
      return_denied: 'somebody says an original is not back',
      not_fit_today: 'somebody is not able to travel today',
      question_asked: 'somebody has a question',
      rejected: 'somebody was rejected',
      handed_over: 'handover signed',
      stage_closed: 'on to the next stage',
      batch_closed: 'the batch has ended',
      problem_reported: 'somebody has reported a problem',
      deadline: 'something is due',
    };
    return `Songxing batch ${code}: ${said[kind] ?? kind}`;
  },
  lacks: {
    reply: (_count: number) => 'Employer has not confirmed yet',
    places: (count: number) => `${people(count)} short`,
    too_many: (count: number) => `${people(count)} too many`,
    consent: (count: number) => `${people(count)} to consent again`,
    medical: (count: number) => `${people(count)} not passed as fit`,
    legal: (count: number) => `${people(count)} who may not go by law`,
    medical_expiring: (count: number) => `${people(count)} with a medical ending too soon`,
    papers: (count: number) => `${people(count)} with papers incomplete`,
    custody: (count: number) => `${people(count)} with originals not returned`,
    manifest: (_count: number) => 'Manifest not locked',
    departure: (_count: number) => 'Not departed yet',
    arrival: (_count: number) => 'Not arrived yet',
    handover: (_count: number) => 'Not handed over yet',
    equation: (_count: number) => 'The counts do not add up',
    visits: (count: number) => `${count} follow-up ${count === 1 ? 'visit' : 'visits'} to go`,
    stranded: (count: number) =>
      `${count} far from home without a post, and nobody has said where they go`,
  },
  todo: {
    send_order: { text: (_n: number) => 'Send the order to the employer', button: 'Send' },
    chase_reply: {
      text: (_n: number) => 'Waiting for the employer’s reply',
      button: 'Forward by WeChat',
    },
    answer_counter: { text: (_n: number) => 'The employer asks for a change', button: 'Answer' },
    send_again: { text: (_n: number) => 'The employer did not confirm', button: 'Send again' },
    propose: { text: (n: number) => `${people(n)} still to find`, button: 'Find' },
    offer: { text: (n: number) => `${people(n)} not told the terms yet`, button: 'Tell' },
    chase_offer: { text: (_n: number) => 'No answer yet on going or not', button: 'Contact' },
    select: { text: (n: number) => `${people(n)} consented, ready to select`, button: 'Select' },
    place_offer: {
      text: (_n: number) => 'is a reserve and was asked to take a place',
      button: 'Forward',
    },
    promote: { text: (_n: number) => 'A reserve can move up', button: 'Move up' },
    release: {
      text: (n: number) => `${people(n)} too many; decide who does not go`,
      button: 'Decide',
    },
    reconsent: {
      text: (n: number) =>
        n > 1
          ? `Terms changed; ${people(n)} to be asked again`
          : 'Terms changed; consent is needed again',
      button: 'Ask again',
    },
    book_exam: { text: (n: number) => `${people(n)} to book for a medical`, button: 'Book' },
    conclude: {
      text: (n: number) => `${people(n)} awaiting a medical conclusion`,
      button: 'See list',
    },
    recheck: { text: (_n: number) => 'Recheck needed', button: 'Arrange' },
    barred: { text: (_n: number) => 'has a restriction that bars this post', button: 'Open' },
    papers: { text: (n: number) => `${people(n)} with papers incomplete`, button: 'Papers' },
    return_paper: { text: (_n: number) => 'An original is to be returned', button: 'Returned' },
    repeat_medical: {
      text: (_n: number) => 'Medical ends before departure; repeat it',
      button: 'Book',
    },
    renew_paper: { text: (_n: number) => 'A paper expires soon; renew it', button: 'See' },
    sign_contract: { text: (_n: number) => 'A contract is due within one month', button: 'Enter' },
    not_fit_today: { text: (_n: number) => 'Is not able to travel today', button: 'Call' },
    plan_travel: { text: (_n: number) => 'No escort and journey yet', button: 'Plan' },
    lock: {
      text: (_n: number) => 'People and papers complete; the manifest can be locked',
      button: 'Lock',
    },
    board: { text: (n: number) => `${people(n)} to call on boarding`, button: 'Roll call' },
    depart: { text: (_n: number) => 'Roll call done; ready to depart', button: 'Depart' },
    arrive: {
      text: (n: number) => `${people(n)} on the way; call the roll on arrival`,
      button: 'Roll call',
    },
    settle_call: {
      text: (_n: number) => 'phones disagree; ask and settle it',
      button: 'Roll call',
    },
    record_arrival: { text: (_n: number) => 'Arrival roll call done', button: 'Confirm arrival' },
    hand_over: { text: (_n: number) => 'Waiting for the employer to sign', button: 'Remind' },
    find_missing: { text: (_n: number) => 'Missing; must be found', button: 'Contact' },
    help_onward: {
      text: (_n: number) => 'Far from home without a post: ask whether they need help',
      button: 'Enter',
    },
    visit: {
      text: (n: number) => `${n} follow-up ${n === 1 ? 'visit' : 'visits'} to go`,
      button: 'Visit',
    },
  },
  notices: {
    order_confirmed: (d: Detail, f: Formats) =>
      `Employer confirmed ${people(d['headcount'])}, to start ${f.day(text(d['startsOn']))}`,
    order_countered: (d: Detail, f: Formats) =>
      `Employer asks for ${people(d['headcount'])}, to start ${f.day(text(d['startsOn']))}`,
    order_declined: (d: Detail, _f: Formats) => `Employer needs nobody this time${declinedFor(d)}`,
    order_expired: (_d: Detail, _f: Formats) => 'Employer did not reply in time',
    withdrew: (d: Detail, _f: Formats) => `${text(d['name'])} withdrew`,
    declined: (d: Detail, _f: Formats) => `${text(d['name'])} is not going`,
    left_after_exam: (d: Detail, _f: Formats) => `${text(d['name'])} left the batch`,
    place_offered: (d: Detail, f: Formats) =>
      `The reserve ${text(d['name'])} may take a place; please forward the link ` +
      `(answer by ${f.time(Number(d['until']))})`,
    promoted: (d: Detail, _f: Formats) => `The reserve ${text(d['name'])} took the place`,
    place_refused: (d: Detail, _f: Formats) =>
      `The reserve ${text(d['name'])} does not want this place`,
    place_offer_lapsed: (d: Detail, _f: Formats) =>
      `The reserve ${text(d['name'])} did not answer; the next was asked`,
    contradicted: (d: Detail, _f: Formats) =>
      `${text(d['name'])} says that they did not consent; please call`,
    contract_refused: (d: Detail, _f: Formats) =>
      `${text(d['name'])} does not agree to the contract; talk to the employer`,
    copy_missing: (d: Detail, _f: Formats) =>
      `${text(d['name'])} has no copy of the contract; please give one`,
    return_denied: (d: Detail, _f: Formats) =>
      `${text(d['name'])} says an original is not back; please look into it`,
    exam_day_finished: (d: Detail, f: Formats) =>
      `the clinic is done ` +
      `with ${f.day(text(d['day']))}: ${text(d['people'])} with a conclusion` +
      (d['open'] ? `, ${text(d['open'])} without` : ''),
    not_fit_today: (d: Detail, _f: Formats) =>
      `${text(d['name'])} is not able to travel today; please call`,
    question_asked: (d: Detail, _f: Formats) => `${text(d['name'])} has a question; please call`,
    rejected: (d: Detail, _f: Formats) => `${text(d['name'])} was rejected by the employer`,
    handed_over: (d: Detail, _f: Formats) => `Employer signed for ${people(d['accepted'])}`,
    stage_closed: (_d: Detail, _f: Formats) => 'On to the next stage',
    batch_closed: (_d: Detail, _f: Formats) => 'Batch ended',
    problem_reported: (d: Detail, _f: Formats) =>
      `${text(d['name'])} reported a problem; please get in touch`,
    audit_head: (d: Detail, f: Formats) =>
      d['lost']
        ? `The audit does not match: the mark ` +
          `told on ${f.day(text(d['lost']))} is no longer in the chain; see the audit`
        : `The audit is sealed up to ` +
          `line ${text(d['rows'])}, mark ${text(d['mark'])}. Note it elsewhere, to compare later`,
    deadline: (d: Detail, f: Formats) => {
      const kinds: Record<DeadlineKind, string> = {
        reply: 'Employer has not replied yet',
        offer: 'No answer yet on going or not',
        place_offer: 'A reserve has not answered',
        recheck: 'Recheck is due',
        custody: 'An original is due back',
        departure: 'Departure is near',
        arrival: 'Arrival was due',
        handover: 'Not handed over yet',
        medical_expiry: 'the medical ends soon and has to be repeated',
        paper_expiry: 'a paper ends soon and has to be renewed',
        contract: 'no labour contract signed yet',
      };
      const name = d['name'] ? `${text(d['name'])}: ` : '';
      return (
        `${name}${kinds[d['deadline'] as DeadlineKind]}${paperOf(d)} (` +
        `${f.time(Number(d['dueAt']))})`
      );
    },
  },
};
