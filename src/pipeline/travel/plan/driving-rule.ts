/**
 * How long a coach may be driven. One rule a line, each with the law it comes from and the day from
 * which it holds.
 */
export const DRIVING_RULES = {
  /** Hours on end without a rest of 20 minutes, by day. */
  day: {
    hours: 4,
    source: 'Road Traffic Safety Law, implementing rules (2004) art. 62 (7)',
    since: '2004-05-01',
  },
  /** The same between 22:00 and 06:00. */
  night: {
    hours: 2,
    source:
      'Safety Management of Road Passenger Transport Enterprises (Ministry of Transport, 2018 ' +
      'no. 55) art. 38',
    since: '2018-05-01',
  },
  /** Hours at the wheel within 24, for one driver. */
  whole: {
    hours: 8,
    source:
      'Safety Management of Road Passenger Transport Enterprises (Ministry of Transport, 2018 ' +
      'no. 55) art. 38',
    since: '2018-05-01',
  },
  /** From 02:00 to 05:00 a long-distance coach stands still, or is relayed. */
  stop: {
    from: 2,
    to: 5,
    source: 'State Council, 2012 no. 30, 5; Ministry of Transport, 2018 no. 55, art. 39',
    since: '2012-07-22',
  },
} as const;
