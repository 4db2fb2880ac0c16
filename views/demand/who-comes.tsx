import type { Coming } from '../../src/pipeline/demand/employer-record.ts';
import { paths } from '../../src/paths.ts';
import { Card, Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { EscortPhones, type Escorts } from '../travel/own-journey.tsx';
import type { LegLine } from '../travel/plan/legs.tsx';

/** Who comes, when, by what and with whom; and the same for a calendar. */
export function WhoComes({
  link,
  coming,
  escorts,
}: {
  link: string;
  coming: Coming<LegLine>;
  escorts: Escorts;
}) {
  const { t, time } = useReader();
  const w = t.employerLink;
  const { names, arrivesAt, toPlace, vehicles } = coming;
  return (
    <Card title={w.coming(names.length)} id="coming">
      <p>{names.join(t.nameComma)}</p>
      <Facts
        rows={[
          [
            t.journey.arrives,
            arrivesAt === null ? t.journey.notFixed : t.journey.arrivesAt(time(arrivesAt), toPlace),
          ],
          vehicles.length > 0 && [
            t.journey.vehicle,
            vehicles.map((leg) => `${t.codes.legMode[leg.mode]} ${leg.vehicle}`).join(t.nameComma),
          ],
          [
            t.journey.escort,
            escorts.length === 0 ? t.journey.notFixed : <EscortPhones escorts={escorts} />,
          ],
        ]}
      />
      {arrivesAt !== null && (
        <a class="btn wide" href={paths.employerCalendar(link)}>
          {w.calendar}
        </a>
      )}
    </Card>
  );
}
