import { useReader } from '../i18n/reader.ts';
import { Table } from './told-table.tsx';
import type { JourneyReportProps } from './journey-report-view.ts';

export function Handovers({ handovers }: Pick<JourneyReportProps, 'handovers'>) {
  const { t, time } = useReader();
  const w = t.journeyReport;
  if (handovers.length === 0) return <p>{w.notYet}</p>;
  return (
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
  );
}
