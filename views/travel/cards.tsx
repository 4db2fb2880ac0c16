import type { Placement, Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { cardText } from '../../src/pipeline/travel/roll-call/card-text.ts';
import { Qr } from '../components/qr.tsx';
import { useReader } from '../i18n/reader.ts';
import { NothingToPrint, PrintFrame } from './print-frame.tsx';
import { SeatText } from './plan/seat-text.tsx';

type Props = {
  s: Snapshot;
  people: Placement[];
  codes: ReadonlyMap<string, string>;
  legs: { id: string; vehicle: string }[];
  escorts: { name: string; phone: string }[];
  contact: { contactName: string; contactPhone: string };
  station: { town: string; contact: string };
};

/** Cards to cut out: the square and the digits that the roll call asks for, and whom to call on the way. */
export const CardsBody = ({ s, people, codes, legs, escorts, contact, station }: Props) => {
  const { t } = useReader();
  if (people.length === 0) return <NothingToPrint>{t.batch.nobody}</NothingToPrint>;
  return (
    <PrintFrame>
      <ul class="cut-cards">
        {people.map((p) => {
          const code = codes.get(p.id) ?? '';
          return (
            <li>
              <Qr text={cardText(code)} label={code} mm={24} />
              <div>
                <b class="big">{p.name}</b>
                <span class="code">{`${code.slice(0, 4)} ${code.slice(4)}`}</span>
                <small>{`${station.town} · ${t.batch.code(s.code)}`}</small>
                <SeatText legs={legs} seats={p.seats} tickets={p.tickets} />
                <small>{escorts.map((each) => `${each.name} ${each.phone}`).join(' · ')}</small>
                <small>{`${contact.contactName} ${contact.contactPhone}`}</small>
                <small>{station.contact}</small>
              </div>
            </li>
          );
        })}
      </ul>
    </PrintFrame>
  );
};
