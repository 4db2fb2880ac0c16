import { people } from './plural.ts';
import { workerLink } from './worker-link.ts';

/** Words of the pages behind links. */
export const visitors = {
  link: {
    title: 'Link to forward',
    issue: 'Make link',
    renew: 'Make a new link (ends the old)',
    lost: 'Phone lost, or sent to the wrong person',
    revoke: 'End this link',
    revokeWhy: 'Whoever holds the old link can then no longer open it.',
    notOpened: 'Not opened yet',
    private: 'This link is only for you; please do not pass it on.',
    for: (purpose: string) => `For the ${purpose.toLowerCase()}`,
    until: (time: string) => `Valid until ${time}`,
    openedAt: (time: string) => `Opened ${time}`,
    landing: {
      employer: {
        title: 'Please reply about your order',
        sub: 'Read it, then confirm, counter or decline. It takes less than a minute.',
        button: 'Read and reply',
      },
      clinic: {
        title: 'Today’s medical list',
        sub: 'One tap per person for the conclusion.',
        button: 'Open list',
      },
      escort: {
        title: 'Escort roll call',
        sub: 'Boarding and arrival, one tap per person.',
        button: 'Open list',
      },
      worker: {
        title: 'Your work away',
        sub: 'Read the terms, consent or withdraw, and see your papers and journey.',
        button: 'Open',
      },
    },
    forward: {
      employer: (town: string, about: string, url: string) =>
        `Hello, this is ${town}. Order: ${about}. Please open the link to confirm the headcount ` +
        `and start date: ${url}`,
      clinic: (town: string, about: string, url: string) =>
        `Hello, this is ${town}. Here is the medical ` +
        `list (${about}); please tap the conclusions in the link (conclusions only): ${url}`,
      escort: (town: string, about: string, url: string) =>
        `${town}: please use this link for the escort roll call (${about}): ${url}`,
      worker: (town: string, about: string, url: string) =>
        `${town}: ${about}, this is your own link, to read the terms, consent or withdraw: ${url}`,
    },
  },
  employerLink: {
    title: 'Confirm headcount',
    answersAs: (who: string) => `Reply by ${who} (tap to change)`,
    employer: { name: 'Your name', whyDecline: 'Why not', declineYes: 'Yes: not needed this time' },
    station: {
      name: 'Who answered',
      whyDecline: 'Why, as they say',
      declineYes: 'Note: not needed this time',
    },
    choose: 'Choose one',
    note: 'Anything to add (may be left empty)',
    since: {
      confirm: (time: string) => `the version you confirmed ${time}`,
      counter: (time: string) => `the version you asked to change ${time}`,
      decline: (time: string) => `the version you declined ${time}`,
      seen: (time: string) => `the version you saw ${time}`,
    },
    changed: (since: string, what: string) =>
      `Changed against ${since}: ${what}. What it said before is struck.`,
    sameAs: (since: string) => `The same as ${since}; nothing has changed.`,
    yourPhone: 'Your phone',
    headcount: 'Headcount',
    counter: 'Other headcount or date',
    otherHeadcount: 'New headcount',
    otherDate: 'New start date',
    sendCounter: 'Send changes',
    decline: 'Not needed this time',
    counterReceived: (headcount: number, day: string) =>
      `You asked ` +
      `for ${people(headcount)}, to start ${day}. The station will amend the order and ask ` +
      `you to confirm again. Until then you can still confirm the original headcount.`,
    withNote: (note: string) => `You wrote: “${note}”`,
    declined:
      'Noted: not needed this time. Thank you for your reply. If that was a mistake, please ' +
      'call us.',
    waiting: {
      draft: 'The order is still being prepared.',
      amended: 'The order is being amended; we will then ask you to confirm again.',
      expired: 'The time to reply has passed. If you still need people, please call us.',
      cancelled: 'This order has been cancelled.',
    },
    handoverWhy:
      'Please go through the names. Choose a reason beside whoever is not accepted; the number ' +
      'follows.',
    accepts: 'Accepted:',
    byTheList: 'as the list says',
    acceptedPeople: '{n}',
    signedBy: 'Signed by',
    accepted: 'Accepted',
    sign: 'Sign',
    record: 'What you have confirmed and signed',
    confirmedBy: (name: string, time: string, headcount: number, day: string) =>
      `${time}: ${name} confirmed ${people(headcount)}, to start ${day}.`,
    signedRecord: (name: string, time: string, count: number) =>
      `${time}: ${name} signed for ${people(count)}:`,
    rejectedFor: (name: string, reason: string) => `Not accepted: ${name} (${reason})`,
    coming: (count: number) => `${people(count)} coming`,
    calendar: 'Add the arrival to the calendar',
    calendarTitle: (town: string, count: number) => `${people(count)} from ${town} arrive`,
    titleConfirmed: (employer: string) => `${employer}, the headcount is confirmed`,
    titleSigned: (employer: string) => `${employer}, the people are signed for`,
    signSub: 'Please count in person; it cannot be changed once signed.',
    handedOver: 'Signed, thank you. Please pay wages in full and on time.',
    pleaseConfirm: (employer: string) => `${employer}, please confirm the headcount`,
    pleaseSign: (employer: string) => `${employer}, please sign for the people who arrived`,
    confirmSub: (day: string) => `We are gathering people as you asked, to start ${day}.`,
    confirm: (headcount: number) => `Confirm ${people(headcount)}`,
    confirmed: (headcount: number) =>
      `${people(headcount)} confirmed, thank you. When they arrive, please open this link again ` +
      `to sign for them.`,
    handover: (count: number) => `${people(count)} arrived`,
  },
  clinicLink: {
    title: 'Medical list',
    onlyConclusion:
      'Conclusions only. Hepatitis-B and pregnancy tests may be neither made nor written down.',
    other: 'Other conclusions',
    find: 'Look for somebody (name, or last four of the ID)',
    filters: {
      all: (count: number) => `All ${count}`,
      open: (count: number) => `Open ${count}`,
      done: (count: number) => `Done ${count}`,
    },
    finish: 'Done for today',
    allDone: 'Everybody has a conclusion.',
    stillOpen: (count: number, names: string) =>
      `${count} without a conclusion: ${names}. Mark whoever did not come in their line.`,
    finishYes: 'Tell the station that today is done',
    finished: (time: string) =>
      `The station was told at ${time} that today is done. Conclusions can still be corrected.`,
    takeBack: 'Take back',
    correct: 'Correct',
    nobody: 'Nobody on the list.',
    heading: (day: string) => `Medical list, ${day}`,
    sub: (count: number, left: number) => `${people(count)}, ${left} without a conclusion`,
    last4: (digits: string) => `ID number ending ${digits}`,
  },
  ...workerLink,
};
