import type { WageBasis } from '../../../src/pipeline/recruitment/terms.ts';
import { people } from './plural.ts';

/** Words of job orders and their terms. */
export const demand = {
  orders: {
    title: 'Orders',
    one: 'Order',
    add: 'New order',
    none: 'No orders yet',
    amend: 'Amend order',
    amendWhy:
      'The employer must then confirm again; if the terms change, everybody who consented must ' +
      'consent again.',
    amendButton: 'Save new version',
    acceptCounter: 'Amend as asked',
    openAndSend: 'Open batch and send to employer',
    sendAgain: 'Send to employer again',
    terms: 'Terms',
    replies: 'Replies',
    answeredByPhone: 'They answered by phone',
    whoAnswered: 'Who answered',
    noReply: 'No reply yet',
    line: (trade: string, headcount: number) => `${trade}, ${people(headcount)}`,
    version: (version: number) => `Version ${version}`,
    toBatch: (code: string) => `See batch ${code}`,
    countered: (headcount: number, day: string) =>
      `The employer asks for ${people(headcount)}, to start ${day}`,
    reply: {
      confirm: (headcount: number, day: string) => `Confirmed ${people(headcount)}, ${day}`,
      counter: (headcount: number, day: string) => `Countered with ${people(headcount)}, ${day}`,
      decline: (_headcount: number, _day: string) => 'Not needed this time',
    },
    fields: {
      employer: 'Employer',
      agency: 'Through agency',
      noAgency: 'No agency',
      trade: 'Trade',
      certificateRequired: 'Certificate required',
      hazardous: 'Post with occupational hazards',
      headcount: 'Headcount',
      startsOn: 'Start date',
      site: 'Place of work',
      wageBasis: 'Wage per',
      wageLow: 'Lowest wage (yuan)',
      wageHigh: 'Highest wage (yuan)',
      payDay: 'Pay day of the month',
      contractMonths: 'Contract (months)',
      hoursPerDay: 'Hours per day',
      daysPerWeek: 'Days per week',
      lodging: 'Lodging',
      meals: 'Meal allowance (yuan a month)',
      insurance: 'Insurance',
      deductions: 'Deductions from wages',
      deductionsHint: 'Leave empty if none. Deposits and placement fees are not allowed.',
      hazards: 'Occupational hazards',
      contactName: 'Employer’s contact',
      contactPhone: 'Employer’s phone',
    },
  },
  terms: {
    trade: 'Post',
    site: 'Place',
    wage: 'Wage',
    hours: 'Hours',
    lodging: 'Board and lodging',
    insurance: 'Insurance',
    deductions: 'Deductions',
    hazards: 'Hazards',
    term: 'Contract',
    startsOn: 'Start',
    none: 'None',
    wageLine: (wage: string, basis: string, payDay: number) =>
      `${wage} / ${basis} · paid on day ${payDay} of each month`,
    hoursLine: (hours: number, days: number) =>
      `${hours} ${hours === 1 ? 'hour' : 'hours'} a day, ${days} ${days === 1 ? 'day' : 'days'}` +
      ` a week`,
    lodgingLine: (lodging: string, meals: string) =>
      meals ? `${lodging}, meal allowance ${meals}` : lodging,
    months: (months: number) => `${months} ${months === 1 ? 'month' : 'months'}`,
    aloud: {
      currency: 'yuan',
      units: 'month|day|hour|week|year|piece|person',
      to: ' to ',
      each: ' for each ',
      pause: ', ',
      yuan: (sum: string) => `${sum} yuan`,
      employer: (employer: string) => `The employer is ${employer}`,
      trade: (trade: string) => `The post is ${trade}`,
      site: (site: string) => `The place is ${site}`,
      wage: (sum: string, basis: WageBasis) =>
        `The wage is ${sum} ` +
        { monthly: 'a month', daily: 'a day', hourly: 'an hour', piece: 'a piece' }[basis],
      payDay: (day: number) => `Wages are paid on day ${day} of each month`,
      meals: (sum: string) => `The meal allowance is ${sum}`,
      noMeals: 'There is no meal allowance',
      insurance: (insurance: string) => `The employer insures you, ${insurance}`,
      deductions: (text: string) => `Deductions, ${text}`,
      hazards: (text: string) => `Hazards, ${text}`,
      term: (months: string) => `The contract is for ${months}`,
      startsOn: (day: string) => `You start on ${day}`,
      answers:
        'To go, press the left button at the bottom of the screen, if you do not want to go, ' +
        'press the right one, a wrong press can be put right',
      call: (contact: string) => `For questions call ${contact}`,
    },
    freeOfCharge:
      'Medical, papers and escort are all free. No deposit, no placement fee, and nobody keeps ' +
      'your papers.',
  },
  redirection: {
    title: 'To another employer',
    now: (employer: string, count: number) => `Now: ${employer}, ${people(count)}`,
    what:
      'The new employer confirms the number first; everybody sees the new terms and is ' +
      'asked anew, and whoever does not want to withdraws. The old order is cancelled and its ' +
      'employer’s link ends.',
    none: 'There is no order that has not been sent. Make one for the new employer first.',
    to: 'To',
    reason: 'Why',
    button: 'Go there, and ask everybody anew',
    newOrder: 'New job order',
    cannot: 'Not possible now: the number is not confirmed yet, or people have been signed for.',
  },
};
