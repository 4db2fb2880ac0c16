/**
 * How an answer is known as ours. Between a phone and the station stand gateways, WiFi portals and
 * proxies, which answer what they like with whatever status. So every answer of the station bears
 * this header: `ok`, or the code of what stood in the way. What lacks it is nobody's word, and
 * changes nothing on a phone.
 */
export const ANSWER_MARK = 'songxing-answer';

/** Where a page asks whether it is the station that answers. */
export const HERE = '/here';

/** The station's clock as it answered, in epoch milliseconds. */
export const ANSWER_TIME = 'songxing-time';

/** Codes that tell a phone that there is nothing left to do under its link. */
export const ENDED: ReadonlySet<string> = new Set([
  'link_expired',
  'link_revoked',
  'batch_ended',
  'exam_day_over',
]);

/**
 * The code of a phone that does not hold the link it speaks of: it was opened elsewhere, or the
 * browser forgot it.
 */
export const NOT_HELD = 'link_not_held';
