import type { C } from '../../../http/app-context.ts';
import { fragment } from '../../../http/page.tsx';
import { RollCallReply } from '../../../../views/travel/roll-call/roll-call.tsx';
import { after } from '../../batch/act.requests.ts';
import type { Outcome } from '../../batch/perform.queries.ts';

type Addresses = {
  checkInAt: (placementId: string) => string;
  ends: (batchId: string) => { depart: string; arrive: string; takeBack: string };
};

/**
 * A tap on the online page is answered with the line and the counts alone, whether the station or
 * an escort tapped.
 */
export function tapped(c: C, outcome: Outcome, id: string, { checkInAt, ends }: Addresses) {
  const { s, workers } = after(outcome);
  const error = outcome.kind === 'refused' ? outcome.error : null;
  return fragment(
    c,
    <RollCallReply
      s={s}
      id={id}
      phones={new Map(workers.map((w) => [w.id, w.phone]))}
      error={error}
      checkInAt={checkInAt}
      ends={ends(s.id)}
    />,
    error ? 409 : undefined,
  );
}
