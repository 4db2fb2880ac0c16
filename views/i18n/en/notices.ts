import { declinedFor } from './history.ts';
import { coded, type Detail, type Formats, text } from '../detail.ts';
import { people } from './plural.ts';
import type { DeadlineKind } from '../../../src/pipeline/deadline.ts';
import { codes } from './codes.ts';
import type { PaperKind } from '../../../src/pipeline/documents/paper-kind.ts';

export const notices = {
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
  notices: {
    order_confirmed: (d: Detail, f: Formats) =>
      `Employer confirmed ${people(d['headcount'])}, to start ${f.day(text(d['startsOn']))}`,
    order_countered: (d: Detail, f: Formats) =>
      `Employer asks for ${people(d['headcount'])}, to start ${f.day(text(d['startsOn']))}`,
    order_declined: (d: Detail) => `Employer needs nobody this time${declinedFor(d)}`,
    order_expired: 'Employer did not reply in time',
    withdrew: (d: Detail) => `${text(d['name'])} withdrew`,
    declined: (d: Detail) => `${text(d['name'])} is not going`,
    left_after_exam: (d: Detail) => `${text(d['name'])} left the batch`,
    place_offered: (d: Detail, f: Formats) =>
      `The reserve ${text(d['name'])} may take a place; please forward the link ` +
      `(answer by ${f.time(Number(d['until']))})`,
    promoted: (d: Detail) => `The reserve ${text(d['name'])} took the place`,
    place_refused: (d: Detail) => `The reserve ${text(d['name'])} does not want this place`,
    place_offer_lapsed: (d: Detail) =>
      `The reserve ${text(d['name'])} did not answer; the next was asked`,
    contradicted: (d: Detail) => `${text(d['name'])} says that they did not consent; please call`,
    contract_refused: (d: Detail) =>
      `${text(d['name'])} does not agree to the contract; talk to the employer`,
    copy_missing: (d: Detail) => `${text(d['name'])} has no copy of the contract; please give one`,
    return_denied: (d: Detail) =>
      `${text(d['name'])} says an original is not back; please look into it`,
    exam_day_finished: (d: Detail, f: Formats) =>
      `the clinic is done ` +
      `with ${f.day(text(d['day']))}: ${text(d['people'])} with a conclusion` +
      (d['open'] ? `, ${text(d['open'])} without` : ''),
    not_fit_today: (d: Detail) => `${text(d['name'])} is not able to travel today; please call`,
    question_asked: (d: Detail) => `${text(d['name'])} has a question; please call`,
    rejected: (d: Detail) => `${text(d['name'])} was rejected by the employer`,
    handed_over: (d: Detail) => `Employer signed for ${people(d['accepted'])}`,
    stage_closed: (d: Detail) =>
      `${coded(codes.stage, d['stage'])} is complete; ${coded(codes.stage, d['next'])} opens`,
    batch_closed: 'Batch ended',
    problem_reported: (d: Detail) => `${text(d['name'])} reported a problem; please get in touch`,
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

/** Sentences with numbers and names in them: notices, what to do. */
/** Which paper a reminder is about, where it is about one. */
function paperOf(d: Detail): string {
  return d['paper'] ? ` (${codes.paper[d['paper'] as PaperKind]})` : '';
}
