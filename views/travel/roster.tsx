import { useWhen } from '../batch/when.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { cardText } from '../../src/pipeline/travel/roll-call/card-text.ts';
import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { paths } from '../../src/paths.ts';
import { Qr } from '../components/qr.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { type LegLine, Legs } from './plan/legs.tsx';
import { RowsWithEnd } from './list-end.tsx';
import { NothingToPrint, RunningSheet } from './print-frame.tsx';
import { RosterTotal } from './roster-total.tsx';
import { SeatText } from './plan/seat-text.tsx';
import type { Placement } from '../../src/pipeline/batch/placement.ts';

type Worker = {
  id: string;
  villageId: string;
  phone: string;
  kin: { name: string; relation: string; phone: string } | null;
};
type Village = { id: string; name: string };
type Takeover = { name: string; phone: string; address: string; pin: string };
type Props = {
  s: Snapshot;
  people: Placement[];
  codes: ReadonlyMap<string, string>;
  /** Portraits as data addresses; null where they were not asked for. */
  portraits: ReadonlyMap<string, string> | null;
  terms: Terms;
  contact: { contactName: string; contactPhone: string };
  workers: Worker[];
  villages: Village[];
  takeovers: Takeover[];
  legs: LegLine[];
  station: { town: string; contact: string };
};

function RosterHead() {
  const { t } = useReader();
  return (
    <thead>
      <tr>
        <th scope="col" class="no">
          {t.travel.number}
        </th>
        <th scope="col">{t.workers.name}</th>
        <th scope="col" class="village">
          {t.workers.village}
        </th>
        <th scope="col" class="phone">
          {t.workers.phone}
        </th>
        <th scope="col" class="phone">
          {t.workers.kin}
        </th>
        <th scope="col" class="card-code">
          {t.sheets.card}
        </th>
        <th scope="col" class="mark">
          {t.rollCall.board}
        </th>
        <th scope="col" class="mark">
          {t.rollCall.arrive}
        </th>
      </tr>
    </thead>
  );
}

/**
 * The roster to print: A4, heading row on every page, a square and a box for each person, and how
 * another phone takes over.
 */
export function RosterBody({
  s,
  people,
  codes,
  portraits,
  terms,
  contact,
  workers,
  villages,
  takeovers,
  legs,
  station,
}: Props) {
  const { t } = useReader();
  const when = useWhen();
  if (people.length === 0) return <NothingToPrint>{t.batch.nobody}</NothingToPrint>;
  const title = t.travel.rosterTitle(station.town, s.code);
  const about = `${when(s)} · ${terms.employer}`;
  const rowOf = (p: Placement, no: number) => (
    <Row
      p={p}
      no={no}
      code={codes.get(p.id) ?? ''}
      portrait={portraits?.get(p.id)}
      worker={workers.find(({ id }) => id === p.workerId)}
      villages={villages}
      legs={legs}
    />
  );
  return (
    <RunningSheet title={title} about={about}>
      <p>
        {`${named(t.codes.trade, terms.trade)} · ${terms.site} · ${contact.contactName} ` +
          contact.contactPhone}
      </p>
      <Legs legs={legs} />
      {portraits === null ? (
        <a class="btn wide no-print" href={paths.rosterWithPhotos(s.id)}>
          {t.travel.withPhotos}
        </a>
      ) : (
        portraits.size === 0 && <p class="no-print">{t.travel.noPhotos}</p>
      )}
      <section class="scroll" tabindex={0} aria-label={t.travel.printRoster}>
        <table class="roster">
          <RosterHead />
          <RowsWithEnd rows={people.map((p, i) => rowOf(p, i + 1))} columns={8}>
            <RosterTotal s={s} people={people} legs={legs} />
            <Takeovers takeovers={takeovers} sheet={`${title} · ${about}`} />
            <p>{station.contact}</p>
          </RowsWithEnd>
        </table>
      </section>
    </RunningSheet>
  );
}

type RowProps = {
  p: Placement;
  no: number;
  code: string;
  portrait: string | undefined;
  worker: Worker | undefined;
  villages: Village[];
  legs: LegLine[];
};

function Row({ p, no, code, portrait, worker, villages, legs }: RowProps) {
  const { t } = useReader();
  const kin = worker?.kin;
  return (
    <tr>
      <td>{no}</td>
      <td>
        {portrait && <img class="portrait" src={portrait} alt={p.name} />}
        {p.name}
        {p.captain && <small> {t.rollCall.captain}</small>}
        <SeatText legs={legs} seats={p.seats} tickets={p.tickets} />
      </td>
      <td>{villages.find(({ id }) => id === worker?.villageId)?.name}</td>
      <td class="tel">{worker?.phone}</td>
      <td>
        {kin && (
          <>
            {kin.name} <span class="tel">{kin.phone}</span>
          </>
        )}
      </td>
      <td class="code">
        <Qr text={cardText(code)} label={code} mm={13} />
        <span>{`${code.slice(0, 4)} ${code.slice(4)}`}</span>
      </td>
      <td class="box">□</td>
      <td class="box">□</td>
    </tr>
  );
}

/** How another phone takes over, and on which roster: somebody may cut it out. */
function Takeovers({ takeovers, sheet }: { takeovers: Takeover[]; sheet: string }) {
  const { t } = useReader();
  return (
    <ul class="takeovers">
      {takeovers.map(({ name, phone, address, pin }) => (
        <li>
          <Qr text={address} label={t.takeover.title} mm={30} />
          <p>
            <b>
              {name} {phone}
            </b>
            <br />
            {sheet}
            <br />
            {t.takeover.onPaper} <b class="pin">{pin}</b>
          </p>
        </li>
      ))}
    </ul>
  );
}
