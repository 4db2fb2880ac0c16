/** Words of visits and cases. */
export const followUp = {
  visits: {
    title: 'Follow-up visits',
    dueNow: 'People to contact',
    all: 'All visits',
    none: 'Nobody to contact now.',
    due: 'Visit due',
    closed: 'No more visits',
    later: (count: number) => `Later visits: ${count}`,
    summary: (away: number, open: number) =>
      `${away} at work, ${open} ${open === 1 ? 'visit' : 'visits'} to go`,
    reached: 'Reached',
    working: 'At work?',
    paid: (amount: string) => `Paid ${amount}`,
    paidAmount: 'Wages paid (yuan)',
    paidHint: '0 if not paid, empty if not asked',
    contractHeld: 'Holds the contract?',
    papersHeld: 'Holds own papers?',
    wantsHome: 'Wants to go home?',
    tries: 'Calls so far',
    tried: (count: number) => (count === 1 ? 'tried once' : `tried ${count} times`),
    again: (tries: number, day: string) =>
      `Tried ${tries === 1 ? 'once' : `${tries} times`}, nobody spoken to. ` +
      `Again on ${day}, at another hour.`,
    madeOn: 'Day of the call',
    noNumber: 'No number is on record. Enter it here once you know it, and call today.',
    sameNumber: 'If the number was right after all, enter it once more.',
    newNumber: 'Number they have now',
    newNumberWhy: (phone: string) =>
      `${phone} is not theirs. Enter the new number here once you know it, and call today.`,
    unreached: (count: number) => `Tried, and nobody spoken to yet: ${count}`,
    unreachedOpen:
      'Not reached once since arrival. The batch does not end before they are, or have come home.',
    unreachedEnded: 'Not reached once since arrival; the batch has ended.',
    cameHome: 'Came home',
    toPlacement: 'See progress',
  },
  cases: {
    title: 'Rights cases',
    one: 'Rights case',
    none: 'No open cases.',
    state: 'Progress',
    claimed: 'Amount claimed (yuan)',
    recovered: 'Recovered (yuan)',
    openedAt: (time: string) => `Opened ${time}`,
  },
};
