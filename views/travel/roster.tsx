import { isSelected, type Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { named, useReader } from '../i18n/reader.ts';
import { type LegLine, Legs } from './legs.tsx';

type Props = {
  s: Snapshot;
  terms: Terms;
  contact: { contactName: string; contactPhone: string };
  workers: {
    id: string;
    villageId: string;
    phone: string;
    last4: string;
    kin: { name: string; relation: string; phone: string } | null;
  }[];
  villages: { id: string; name: string }[];
  escorts: { name: string; phone: string }[];
  legs: LegLine[];
  station: { town: string; contact: string };
};

/** The roster to print: A4, heading row on every page, a box to tick by hand. */
export const RosterBody = ({ s, terms, contact, workers, villages, escorts, legs, station }: Props) => {
  const { t, day } = useReader();
  const people = s.placements.filter((p) => isSelected(p) || p.travel !== 'expected');
  return (
    <article class="paper">
      <h1>{t.travel.rosterTitle(station.town, s.code)}</h1>
      <p>{`${terms.employer} · ${named(t.codes.trade, terms.trade)} · ${day(s.departsOn)} · ${contact.contactName} ${contact.contactPhone}`}</p>
      <p>{escorts.map((e) => `${e.name} ${e.phone}`).join(t.nameComma)}</p>
      <Legs legs={legs} />
      <div class="scroll" tabindex={0} role="region" aria-label={t.travel.printRoster}>
        <table>
          <thead>
            <tr>
              <th>{t.travel.number}</th>
              <th>{t.workers.name}</th>
              <th>{t.workers.village}</th>
              <th>{t.workers.phone}</th>
              <th>{t.workers.kin}</th>
              <th>{t.rollCall.board}</th>
              <th>{t.rollCall.arrive}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((p, i) => {
              const w = workers.find((each) => each.id === p.workerId);
              return (
                <tr>
                  <td>{i + 1}</td>
                  <td>{p.name}</td>
                  <td>{villages.find((v) => v.id === w?.villageId)?.name}</td>
                  <td>{w?.phone}</td>
                  <td>{w?.kin ? `${w.kin.name} ${w.kin.phone}` : ''}</td>
                  <td class="box">□</td>
                  <td class="box">□</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p>{station.contact}</p>
      <button type="button" class="btn primary wide no-print" data-print hidden>
        {t.travel.print}
      </button>
    </article>
  );
};
