import type { OwnJourney } from '../../src/pipeline/travel/plan/own-journey.ts';
import { Card, Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { LegLine } from './plan/legs.tsx';

export type Escorts = readonly { name: string; phone: string }[];

/** The names of those who ride along, each with a number to tap. */
export function EscortPhones({ escorts }: { escorts: Escorts }) {
  const { t } = useReader();
  return (
    <>
      {escorts.map(({ name, phone }) => (
        <>
          {name}{' '}
          {phone ? (
            <a href={`tel:${phone.replaceAll(/\D/g, '')}`}>{phone}</a>
          ) : (
            t.journey.noPhone
          )}{' '}
        </>
      ))}
    </>
  );
}

/**
 * When and where somebody has to be, by what they go, where they sit and whom to ask; and plainly
 * what is not fixed yet.
 */
export function OwnJourneyCard({
  journey,
  escorts,
}: {
  journey: OwnJourney<LegLine> | null;
  escorts: Escorts;
}) {
  const { t, time } = useReader();
  const w = t.journey;
  return (
    <Card title={w.title} id="journey">
      {journey === null && <p>{w.notPlanned}</p>}
      <Facts
        rows={[
          journey && [w.departs, <b>{time(journey.departsAt)}</b>],
          journey && [w.gather, journey.fromPlace ?? w.notFixed],
          journey && [
            w.vehicle,
            journey.leg
              ? `${t.codes.legMode[journey.leg.mode]} ${journey.leg.vehicle}`
              : w.notFixed,
          ],
          journey && [w.seat, journey.seat === null ? w.notFixed : w.seatNo(journey.seat)],
          [w.escort, escorts.length === 0 ? w.notFixed : <EscortPhones escorts={escorts} />],
          journey && [w.arrives, w.arrivesAt(time(journey.arrivesAt), journey.toPlace)],
        ]}
      />
    </Card>
  );
}
