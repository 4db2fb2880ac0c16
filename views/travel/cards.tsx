import { useWhen } from '../batch/when.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { cardText } from '../../src/pipeline/travel/roll-call/card-text.ts';
import { Qr } from '../components/qr.tsx';
import { useReader } from '../i18n/reader.ts';
import { NothingToPrint, RunningSheet } from './print-frame.tsx';
import { SeatText } from './plan/seat-text.tsx';
import type { Placement } from '../../src/pipeline/batch/placement.ts';

type Shared = {
  s: Snapshot;
  legs: { id: string; vehicle: string }[];
  escorts: { name: string; phone: string }[];
  terms: { employer: string; site: string };
  contact: { contactName: string; contactPhone: string };
  station: { town: string; contact: string };
};
type Props = Shared & { people: Placement[]; codes: ReadonlyMap<string, string> };

function TravelCard({
  p,
  code,
  s,
  legs,
  escorts,
  terms,
  contact,
  station,
}: Shared & { p: Placement; code: string }) {
  const { t } = useReader();
  const when = useWhen();
  const { employer, escort } = t.codes.purpose;
  return (
    <li>
      <Qr text={cardText(code)} label={code} mm={24} />
      <div>
        <b class="big">{p.name}</b>
        <span class="code">{`${code.slice(0, 4)} ${code.slice(4)}`}</span>
        <small>{`${t.batch.code(s.code)} · ${when(s)}`}</small>
        <SeatText legs={legs} seats={p.seats} tickets={p.tickets} />
      </div>
      <div class="whereto">
        <b>{terms.employer}</b>
        <span>{terms.site}</span>
        <span>{`${employer} ${contact.contactName} ${contact.contactPhone}`}</span>
        <span>
          {`${escort} ` + escorts.map((each) => `${each.name} ${each.phone}`).join(' · ')}
        </span>
        <span>{`${station.town} ${station.contact}`}</span>
      </div>
    </li>
  );
}

/**
 * Cards to cut out: the square and the digits that the roll call asks for, where to, and whom to
 * call on the way.
 */
export function CardsBody({ people, codes, ...shared }: Props) {
  const { t } = useReader();
  const when = useWhen();
  const { s, terms, station } = shared;
  if (people.length === 0) return <NothingToPrint>{t.batch.nobody}</NothingToPrint>;
  return (
    <RunningSheet
      title={t.sheets.cardsTitle(station.town, s.code)}
      about={`${when(s)} · ${terms.employer}`}
    >
      <ul class="cut-cards">
        {people.map((p) => (
          <TravelCard p={p} code={codes.get(p.id) ?? ''} {...shared} />
        ))}
      </ul>
    </RunningSheet>
  );
}
