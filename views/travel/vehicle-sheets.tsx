import { useWhen } from '../batch/when.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { useReader } from '../i18n/reader.ts';
import type { LegLine } from './plan/legs.tsx';
import { NothingToPrint, PrintFrame } from './print-frame.tsx';

type Props = {
  s: Snapshot;
  employer: string;
  legs: LegLine[];
  escorts: { name: string; phone: string }[];
  station: { town: string; contact: string };
};

/** One sheet a vehicle, to be read through a windscreen from across the yard. */
export function VehicleSheetsBody({ s, employer, legs, escorts, station }: Props) {
  const { t, time } = useReader();
  const when = useWhen();
  if (legs.length === 0) return <NothingToPrint>{t.travel.noLeg}</NothingToPrint>;
  return (
    <PrintFrame>
      {legs.map((leg) => (
        <section class="windscreen">
          <p>{station.town}</p>
          <p class="huge">{s.code}</p>
          <p class="huge">{leg.vehicle}</p>
          <p class="big">{t.travel.legLine(leg.fromPlace, leg.toPlace)}</p>
          <p class="big">{time(leg.departsAt)}</p>
          <p>{`${employer} · ${when(s)}`}</p>
          <p>{escorts.map((each) => `${each.name} ${each.phone}`).join(' · ')}</p>
          <p>{station.contact}</p>
        </section>
      ))}
    </PrintFrame>
  );
}
