import { useWhen } from '../batch/when.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { useReader } from '../i18n/reader.ts';
import { NothingToPrint, RunningSheet } from './print-frame.tsx';
import type { SendOffView } from './send-off.tsx';
import type { Placement } from '../../src/pipeline/batch/placement.ts';

type Props = {
  s: Snapshot;
  people: Placement[];
  villageOf: (workerId: string) => string;
  terms: { employer: string; trade: string; site: string };
  escorts: { name: string }[];
  sendOff: SendOffView | null;
  town: string;
};

/**
 * The list for the send-off: who goes where, by village, to be read out and hung up. Names only.
 */
export function SendOffListBody({ s, people, villageOf, terms, escorts, sendOff, town }: Props) {
  const { t, time } = useReader();
  const when = useWhen();
  const w = t.sheets;
  if (people.length === 0) return <NothingToPrint>{t.batch.nobody}</NothingToPrint>;
  const villages = [...Map.groupBy(people, (p) => villageOf(p.workerId))].toSorted(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
  );
  return (
    <RunningSheet title={w.sendOffTitle(town, s.code)} about={`${when(s)} · ${terms.employer}`}>
      <p>{`${terms.site} · ${t.codes.trade[s.order.trade]}`}</p>
      <p>
        {sendOff
          ? [
              time(sendOff.at),
              sendOff.place,
              sendOff.leaders && `${t.travel.sendOff.leaders} ${sendOff.leaders}`,
            ]
              .filter(Boolean)
              .join(' · ')
          : w.sendOffBlank}
      </p>
      {escorts.length > 0 && (
        <p>{`${t.travel.escorts} ${escorts.map((each) => each.name).join(t.nameComma)}`}</p>
      )}
      {villages.map(([village, some]) => (
        <section class="villagers">
          <h2>{`${village} ${t.people(some.length)}`}</h2>
          <ul class="names">
            {some.map((p) => (
              <li>
                {p.name}
                {p.captain && <small> {t.rollCall.captain}</small>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="total">
        <b>{w.total(people.length)}</b>
      </p>
    </RunningSheet>
  );
}
