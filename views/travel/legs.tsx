import type { LegMode } from '../../src/pipeline/travel/manifest.ts';
import { useReader } from '../i18n/reader.ts';

export type LegLine = {
  mode: LegMode;
  vehicle: string;
  fromPlace: string;
  toPlace: string;
  departsAt: number;
  arrivesAt: number;
  seats: number;
};

export const Legs = ({ legs }: { legs: LegLine[] }) => {
  const { t, time } = useReader();
  return (
    <ol class="legs">
      {legs.map((leg) => (
        <li>
          <b>{t.travel.legLine(leg.fromPlace, leg.toPlace)}</b>
          <span class="sub">
            {`${t.codes.legMode[leg.mode]} ${leg.vehicle} · ${time(leg.departsAt)} → ${time(leg.arrivesAt)} · ${t.travel.seats(leg.seats)}`}
          </span>
        </li>
      ))}
    </ol>
  );
};
