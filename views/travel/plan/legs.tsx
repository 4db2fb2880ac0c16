import type { PlannedLeg } from '../../../src/pipeline/travel/plan/plan.ts';
import { type Reader, useReader } from '../../i18n/reader.ts';

/** A leg as it is told: what is planned, and whom to call. */
export type LegLine = PlannedLeg & {
  vehicle: string;
  driverPhone: string;
  costFen: number;
  help: string;
};

/** One leg in two lines of text: the way, and by what, when and with whom; and its id. */
export function legTexts(
  leg: LegLine,
  { t, time }: Reader,
): [way: string, rest: string, id: string] {
  return [
    t.travel.legLine(leg.fromPlace, leg.toPlace),
    [
      `${t.codes.legMode[leg.mode]} ${leg.vehicle}`,
      `${time(leg.departsAt)} → ${time(leg.arrivesAt)}`,
      t.travel.seats(leg.seats),
      [leg.driver, leg.driverPhone, leg.secondDriver].filter(Boolean).join(' '),
      leg.help,
    ]
      .filter(Boolean)
      .join(' · '),
    leg.id,
  ];
}

export function LegText({ leg }: { leg: LegLine }) {
  const reader = useReader();
  const [way, rest] = legTexts(leg, reader);
  return (
    <>
      <b>{way}</b>
      <span class="sub">{rest}</span>
    </>
  );
}

export function Legs({ legs }: { legs: LegLine[] }) {
  return (
    <ol class="legs">
      {legs.map((leg) => (
        <li>
          <LegText leg={leg} />
        </li>
      ))}
    </ol>
  );
}
