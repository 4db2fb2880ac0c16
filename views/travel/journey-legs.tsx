import { useReader } from '../i18n/reader.ts';
import { legTexts } from './plan/legs.tsx';
import type { JourneyReportProps } from './journey-report-view.ts';

export function Legs({ legs }: Pick<JourneyReportProps, 'legs'>) {
  const reader = useReader();
  const { t, time } = reader;
  const w = t.journeyReport;
  return (
    <ol class="legs">
      {legs.map((leg) => {
        const [way, rest] = legTexts(leg, reader);
        return (
          <li>
            {leg.removedAt === null ? <b>{way}</b> : <s>{way}</s>} <span class="sub">{rest}</span>
            {leg.removedAt !== null && <span class="sub"> · {w.struck(time(leg.removedAt))}</span>}
          </li>
        );
      })}
    </ol>
  );
}
