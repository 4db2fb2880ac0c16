import { people } from './plural.ts';

export const sheets = {
  journeyReport: {
    title: 'Report of the journey',
    heading: (town: string, code: string) => `${town}: report of journey ${code}`,
    departed: 'Departed',
    arrivedAt: 'Arrived',
    handedOver: 'Handed over',
    notYet: 'Not yet',
    balance: 'The count',
    confirmed: (
      all: number,
      boarded: number,
      noShow: number,
      withdrawn: number,
      unfilled: number,
    ) =>
      `${all} confirmed = ${boarded} boarded + ${noShow} not on board + ${withdrawn} withdrawn ` +
      `+ ${unfilled} unfilled`,
    boarded: (all: number, arrived: number, left: number, missing: number, travelling: number) =>
      `${all} boarded = ${arrived} arrived + ${left} left en ` +
      `route + ${missing} missing${travelling > 0 ? ` + ${travelling} travelling` : ''}`,
    arrived: (all: number, accepted: number, rejected: number, awaiting: number) =>
      `${all} arrived = ${accepted} accepted + ${rejected} not accepted` +
      (awaiting > 0 ? ` + ${awaiting} to be signed for` : ''),
    others: 'Not at the post',
    nobodyElse: 'Everybody is at the post.',
    nobodyYet: 'Nobody so far.',
    after: 'Where they went',
    when: 'When',
    what: 'What happened',
    costs: 'Cost, and who bears it',
    struck: (time: string) => `struck ${time}`,
    replaced: ' (replaced)',
    note: 'Note',
    madeBy: 'Made by',
    checkedBy: 'Checked by',
  },
  seats: {
    title: 'Seats',
    inVehicle: (vehicle: string, taken: number, seats: number) =>
      `${vehicle}: ${taken} of ${seats} seats given`,
    without: (n: number) => `${people(n)} without a seat`,
    give: 'Give out seats (companions together)',
    print: 'Seat plan (A4, for the door)',
    sheetTitle: (code: string, vehicle: string) => `Seats ${code} · ${vehicle}`,
    move: 'Move somebody',
    moveWhy: 'Whoever sits there already changes places with them.',
    seat: (vehicle: string, no: number) => `${vehicle}, seat ${no}`,
    no: 'Seat number',
    door: 'The door is in front; the front seats are for the escorts.',
    none: 'No seats have been given out yet.',
  },
  tickets: {
    title: 'Ticket seats',
    heading: (vehicle: string) => `${vehicle}: seats on the tickets`,
    how:
      'A line a person: name, carriage, seat. Paste them from the sheet that came with the ' +
      'tickets. They stand on the roster, the cards and the escorts’ phones.',
    label: 'Name, carriage, seat',
    unread: (lines: string) => `Cannot be read (nobody or two of that name, or too long): ${lines}`,
  },
  sheets: {
    report: 'Report of the journey',
    sendOffList: 'Print the send-off list',
    sendOffTitle: (town: string, code: string) => `${town}: send-off list ${code}`,
    sendOffBlank: 'Time: ____________ Place: ____________ Leaders: ____________',
    title: 'Print',
    why: 'When every phone is empty, the paper still has the names, the numbers and whom to call.',
    card: 'Card',
    cards: 'Print cards',
    cardsTitle: (town: string, code: string) => `${town} cards ${code}`,
    total: (n: number) => `${people(n)} in all`,
    totalIn: (vehicle: string, n: number) => `${vehicle}: ${n}`,
    totalWithout: (n: number) => `without a seat: ${n}`,
    vehicles: 'Print windscreen sheets',
    handoverNote: 'Print the handover note',
    handoverTitle: (town: string, code: string) => `${town} handover note ${code}`,
    outcome: 'Outcome',
    reason: 'Reason',
    escortSigns: 'Escort',
    date: 'Date',
    mine: 'My card',
    mineWhy: 'Show it when boarding and arriving, or say these 8 digits.',
  },
  briefing: {
    title: 'Emergency numbers, and what to do',
    ambulance: '120 ambulance',
    police: '110 police',
    traffic: '122 road accident',
    rules: [
      'Somebody is unwell: stop, call 120, then the station; give no medicine of your own.',
      'A breakdown: everybody behind the barrier, the triangle out, call 122, note it, call the ' +
        'roll again.',
      'Somebody is gone: do not drive on; call them and their family; after 30 minutes call 110 ' +
        'and note the report number.',
      'Somebody wants to leave: it is their choice. Ask where to and whether they can pay the ' +
        'way, tell the family, note it.',
      'Nobody is there at arrival: call the employer, call the station, keep together and wait ' +
        'for an answer.',
    ],
  },
};
