import { people } from './plural.ts';

export const todo = {
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
    questions: (count: number) => `${count} with a question, not called yet`,
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
    offer: { text: (n: number) => `${people(n)} listed; prepare the terms`, button: 'Prepare' },
    tell: {
      text: (n: number) => `${people(n)} to be told the terms: send links or read them out`,
      button: 'Tell',
    },
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
    answer_question: {
      text: (n: number) =>
        n > 1
          ? `${people(n)} have a question and wait for a call`
          : 'has a question and waits for a call',
      button: 'Call',
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
    visit: { text: (_n: number) => 'Follow-up visits are due; make the calls', button: 'Call' },
    settle_places: {
      text: (n: number) =>
        `${n} ${n === 1 ? 'place is' : 'places are'} empty: fill them or go with fewer`,
      button: 'Decide',
    },
    barred_by_law: { text: (_n: number) => 'may not go by law', button: 'Open' },
  },
  /** What is waited for, of whom and until when; each kind of step that can wait has its line. */
  waiting: {
    chase_reply: (_n: number) => 'Waiting for the employer’s reply',
    chase_offer: (n: number) =>
      n > 1
        ? `${people(n)} know the terms and have yet to answer`
        : 'knows the terms and has yet to answer',
    place_offer: (_n: number) => 'Waiting for a reserve to take the place or not',
    board: (n: number) => `${people(n)} ready for the day of departure`,
    depart: (_n: number) => 'Everybody is on board; waiting to depart',
    visit: (_n: number) => 'Next follow-up visit',
    repeat_medical: (n: number) =>
      n > 1
        ? `${people(n)} to repeat the medical before departure`
        : 'to repeat the medical before departure',
    renew_paper: (n: number) => (n > 1 ? `${people(n)} to renew a paper` : 'to renew a paper'),
    sign_contract: (n: number) =>
      n > 1 ? `${people(n)} to sign a contract` : 'to sign a contract',
  },
};
