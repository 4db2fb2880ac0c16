import { useWhen } from '../../batch/when.ts';
import type { Child } from 'hono/jsx';
import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { standing } from '../../../src/pipeline/travel/handover/correction.ts';
import { useReader } from '../../i18n/reader.ts';
import type { HandoverView } from './handovers.tsx';
import { RowsWithEnd } from '../list-end.tsx';
import { NothingToPrint, RunningSheet } from '../print-frame.tsx';
import type { Placement } from '../../../src/pipeline/batch/placement.ts';

type Props = {
  s: Snapshot;
  people: Placement[];
  terms: { employer: string; site: string };
  escorts: { name: string; phone: string }[];
  handovers: HandoverView[];
  station: { town: string; contact: string };
};

const ON_BOARD = new Set([
  'boarded',
  'arrived',
  'accepted',
  'rejected',
  'left_en_route',
  'missing',
]);

function Names({
  rows,
  listed,
  handovers,
  escorts,
  signed,
}: Pick<Props, 'handovers' | 'escorts'> & {
  rows: Child[];
  listed: Placement[];
  signed: string;
}) {
  const { t } = useReader();
  const w = t.sheets;
  return (
    <section class="scroll" tabindex={0} aria-label={w.handoverNote}>
      <table class="roster">
        <thead>
          <tr>
            <th scope="col" class="no">
              {t.travel.number}
            </th>
            <th scope="col">{t.workers.name}</th>
            <th scope="col" class="phone">
              {w.outcome}
            </th>
            <th scope="col">{w.reason}</th>
          </tr>
        </thead>
        <RowsWithEnd rows={rows} columns={4}>
          <p class="total">
            <b>{w.total(listed.length)}</b>
          </p>
          <Corrections handovers={handovers} />
          <div class="signatures">
            <span>{`${w.escortSigns} ` + escorts.map((each) => each.name).join(t.nameComma)}</span>
            <span>{`${t.employerLink.signedBy} ${signed}`}</span>
            <span>{w.date}</span>
          </div>
        </RowsWithEnd>
      </table>
    </section>
  );
}

/**
 * The note that both sides sign: the two counts, each difference with its name, and everybody who
 * was handed over.
 */
export function HandoverNoteBody({ s, people, terms, escorts, handovers, station }: Props) {
  const { t, time } = useReader();
  const when = useWhen();
  const w = t.sheets;
  const travelled = people.filter((p) => ON_BOARD.has(p.travel));
  const listed = travelled.length > 0 ? travelled : people;
  // What was corrected since no longer counts.
  const holding = standing(handovers);
  const reasonOf = new Map(
    holding.flatMap(({ rejected }) =>
      rejected.map((each) => [each.placementId, t.codes.rejection[each.reason]]),
    ),
  );
  const blank = '____________';
  const sumOf = (count: 'escortCount' | 'employerCount'): string =>
    holding.length === 0 ? blank : t.people(holding.reduce((sum, each) => sum + each[count], 0));
  const signed = handovers
    .filter(({ corrects }) => corrects === null)
    .map((each) => `${each.signedBy} ${time(each.signedAt)}`)
    .join(t.nameComma);
  const rows = listed.map((p, i) => (
    <tr>
      <td>{i + 1}</td>
      <td>{p.name}</td>
      <td>{ON_BOARD.has(p.travel) && p.travel !== 'boarded' ? t.codes.travel[p.travel] : '□'}</td>
      <td>{reasonOf.get(p.id) ?? ''}</td>
    </tr>
  ));
  if (listed.length === 0) return <NothingToPrint>{t.batch.nobody}</NothingToPrint>;
  return (
    <RunningSheet
      title={w.handoverTitle(station.town, s.code)}
      about={`${when(s)} · ${terms.employer}`}
    >
      <p>{terms.site}</p>
      <section class="scroll" tabindex={0} aria-label={t.travel.handover}>
        <table>
          <tbody>
            <tr>
              <th scope="row">{t.travel.escortCount}</th>
              <td>{sumOf('escortCount')}</td>
              <th scope="row">{t.travel.employerCount}</th>
              <td>{sumOf('employerCount')}</td>
            </tr>
          </tbody>
        </table>
      </section>
      <Names rows={rows} listed={listed} handovers={handovers} escorts={escorts} signed={signed} />
    </RunningSheet>
  );
}

/** What was put right after the signature, by whom and why. */
function Corrections({ handovers }: { handovers: HandoverView[] }) {
  const { t, time } = useReader();
  const w = t.travel.correction;
  const corrections = handovers.filter(({ corrects }) => corrects !== null);
  if (corrections.length === 0) return null;
  return (
    <ul class="lines">
      {corrections.map((each) => (
        <li>
          {[w.version, time(each.signedAt), `${w.agreedBy} ${each.signedBy}`, each.why].join(' · ')}
        </li>
      ))}
    </ul>
  );
}
