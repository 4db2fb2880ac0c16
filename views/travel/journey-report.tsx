import { useWhen } from '../batch/when.ts';
import { equation } from '../../src/pipeline/batch/equation.ts';
import { useReader } from '../i18n/reader.ts';
import { RunningSheet } from './print-frame.tsx';
import { Table } from './told-table.tsx';
import { Others } from './journey-others.tsx';
import type { JourneyReportProps } from './journey-report-view.ts';
import { Sums } from '../ledger/sums.tsx';
import { Trouble } from './journey-trouble.tsx';
import { Balance } from './journey-balance.tsx';
import { Handovers } from './journey-handovers.tsx';
import { Legs } from './journey-legs.tsx';

/** The report of a journey: what the station puts on file, every figure with its names. */
export function JourneyReportBody(props: JourneyReportProps) {
  const reader = useReader();
  const when = useWhen();
  const { t, time } = reader;
  const { s, legs, escorts, handovers, sendOff, sums } = props;
  const w = t.journeyReport;
  const at = (instant: number | null): string => (instant === null ? w.notYet : time(instant));
  return (
    <RunningSheet
      title={w.heading(props.town, s.code)}
      about={`${when(s)} · ${props.employer} · ` + t.codes.trade[s.order.trade]}
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
      <Legs legs={legs} />
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
      <Handovers handovers={handovers} />
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
