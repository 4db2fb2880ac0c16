import { equation, placeHolders } from '../../src/pipeline/batch/equation.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { Bearer, Sum } from '../../src/pipeline/ledger/budget.ts';
import { standing } from '../../src/pipeline/travel/handover/correction.ts';
import { useReader } from '../i18n/reader.ts';
import { Sums } from '../ledger/costs-page.tsx';
import type { HandoverView } from './handover/handovers.tsx';
import type { IncidentView } from './incidents.tsx';
import { type LegLine, legTexts } from './plan/legs.tsx';
import { RunningSheet } from './print-frame.tsx';
import type { SendOffView } from './send-off.tsx';
import { Table } from './told-table.tsx';
import type { Onward } from '../../src/pipeline/travel/travel-state.ts';
import { isAbsent, type Placement } from '../../src/pipeline/batch/placement.ts';

type Props = {
  s: Snapshot;
  employer: string;
  town: string;
  legs: (LegLine & { replaces: string | null; removedAt: number | null })[];
  escorts: { name: string; phone: string; replacedAt: number | null }[];
  handovers: HandoverView[];
  incidents: IncidentView[];
  sendOff: SendOffView | null;
  outcomes: { placementId: string; next: Onward; bearer: Bearer; costFen: number; note: string }[];
  sums: Sum[];
};

/** The three sums, each with the number of its names below. */
function Balance({ s }: { s: Snapshot }) {
  const { t } = useReader();
  const w = t.journeyReport;
  const e = equation(s);
  return (
    <ul class="lines">
      <li>{w.confirmed(e.confirmed, e.boarded, e.noShow, e.withdrawn, e.unfilled + e.waiting)}</li>
      <li>{w.boarded(e.boarded, e.arrived, e.leftEnRoute, e.missing, e.travelling)}</li>
      <li>{w.arrived(e.arrived, e.accepted, e.rejected, e.awaiting)}</li>
    </ul>
  );
}

/** Whoever is at the post, or still on the way there. */
const UNDER_WAY: ReadonlySet<string> = new Set(['expected', 'boarded', 'arrived', 'accepted']);

/** Everybody who holds a place and is not at the post: where they are instead, and why. */
function Others({ s, handovers, outcomes }: Props) {
  const { t, money } = useReader();
  const w = t.journeyReport;
  const reasons = new Map(
    standing(handovers).flatMap(({ rejected }) =>
      rejected.map((each) => [each.placementId, t.codes.rejection[each.reason]]),
    ),
  );
  const settled = new Map(outcomes.map((each) => [each.placementId, each]));
  const whereIs = (p: Placement): string => {
    if (p.travel !== 'expected') return t.codes.travel[isAbsent(p) ? 'no_show' : p.travel];
    return p.exit === null ? t.codes.travel.expected : t.batch.equation.withdrawn;
  };
  const rest = placeHolders(s).filter((p) => p.exit !== null || !UNDER_WAY.has(p.travel));
  if (rest.length === 0) return <p>{s.handedOverAt === null ? w.nobodyYet : w.nobodyElse}</p>;
  return (
    <Table
      label={w.others}
      heads={[t.workers.name, t.sheets.outcome, t.sheets.reason, w.after]}
      rows={rest.map((p) => {
        const after = settled.get(p.id);
        return [
          p.name,
          whereIs(p),
          p.travel === 'rejected' ? (reasons.get(p.id) ?? '') : '',
          p.travel === 'rejected' && after
            ? [
                t.codes.onward[after.next],
                after.costFen > 0 && `${t.codes.bearer[after.bearer]} ${money(after.costFen)}`,
                after.note,
              ]
                .filter(Boolean)
                .join(' · ')
            : '',
        ];
      })}
    />
  );
}

function Trouble({ s, legs, incidents }: Props) {
  const { t, time, money } = useReader();
  const w = t.journeyReport;
  const nameOf = (id: string) => s.placements.find((p) => p.id === id)?.name ?? '';
  const wayOf = (id: string | null): string => {
    const leg = legs.find((each) => each.id === id);
    return leg ? `${t.travel.legLine(leg.fromPlace, leg.toPlace)} ${leg.vehicle}` : '';
  };
  if (incidents.length === 0) return <p>{t.travel.incident.none}</p>;
  return (
    <Table
      label={t.travel.incident.title}
      heads={[w.when, t.travel.incident.kind, w.what, w.costs]}
      rows={incidents
        .toReversed()
        .map((each) => [
          time(each.occurredAt),
          t.codes.incident[each.kind],
          [
            wayOf(each.legId),
            each.people.length > 6
              ? t.people(each.people.length)
              : each.people.map(nameOf).join(t.nameComma),
            each.note,
            each.called && t.travel.incident.calledWas(each.called),
            each.policeReport && t.travel.incident.policeWas(each.policeReport),
          ]
            .filter(Boolean)
            .join(' · '),
          each.costs
            .map(({ bearer, fen }) => `${money(fen)} · ${t.codes.bearer[bearer]}`)
            .join(' / '),
        ])}
    />
  );
}

/** The report of a journey: what the station puts on file, every figure with its names. */
export function JourneyReportBody(props: Props) {
  const reader = useReader();
  const { t, day, time } = reader;
  const { s, legs, escorts, handovers, sendOff, sums } = props;
  const w = t.journeyReport;
  const at = (instant: number | null): string => (instant === null ? w.notYet : time(instant));
  return (
    <RunningSheet
      title={w.heading(props.town, s.code)}
      about={
        `${t.batch.departs(day(s.departsOn))} · ${props.employer} · ` + t.codes.trade[s.order.trade]
      }
    >
      <Table
        label={w.title}
        heads={[w.departed, w.arrivedAt, w.handedOver]}
        rows={[[at(s.departedAt), at(s.arrivedAt), at(s.handedOverAt)]]}
      />
      <h2>{w.balance}</h2>
      <Balance s={s} />
      <h2>{w.others}</h2>
      <Others {...props} />
      <h2>{t.travel.plan}</h2>
      <ol class="legs">
        {legs.map((leg) => {
          const [way, rest] = legTexts(leg, reader);
          return (
            <li>
              {leg.removedAt === null ? <b>{way}</b> : <s>{way}</s>} <span class="sub">{rest}</span>
              {leg.removedAt !== null && (
                <span class="sub"> · {w.struck(time(leg.removedAt))}</span>
              )}
            </li>
          );
        })}
      </ol>
      <h2>{t.travel.escorts}</h2>
      <p>
        {escorts
          .map((each) => `${each.name} ${each.phone}${each.replacedAt === null ? '' : w.replaced}`)
          .join(t.nameComma)}
      </p>
      {sendOff && (
        <p>
          {[t.travel.sendOff.title, time(sendOff.at), sendOff.place, sendOff.leaders]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <h2>{t.travel.incident.title}</h2>
      <Trouble {...props} />
      <h2>{t.travel.handover}</h2>
      {handovers.length === 0 ? (
        <p>{w.notYet}</p>
      ) : (
        <Table
          label={t.travel.handover}
          heads={[
            t.sheets.date,
            t.travel.escortCount,
            t.travel.employerCount,
            t.employerLink.signedBy,
            w.note,
          ]}
          rows={handovers.map((each) => [
            time(each.signedAt),
            String(each.escortCount),
            String(each.employerCount),
            each.signedBy,
            each.corrects === null ? '' : `${t.travel.correction.version}: ${each.why}`,
          ])}
        />
      )}
      <section class="unbroken">
        <h2>{t.costs.title}</h2>
        <Sums sums={sums} people={equation(s).boarded} />
        <div class="signatures">
          <span>{w.madeBy}</span>
          <span>{w.checkedBy}</span>
          <span>{t.sheets.date}</span>
        </div>
      </section>
    </RunningSheet>
  );
}
