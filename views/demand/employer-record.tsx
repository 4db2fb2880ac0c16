import type { SignedRecord } from '../../src/pipeline/demand/employer-record.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

export type Confirmation = { name: string; at: number; headcount: number; startsOn: string } | null;

/** What the employer confirmed and signed, to be read again. */
export function EmployerRecord({
  confirmation,
  signed,
}: {
  confirmation: Confirmation;
  signed: SignedRecord[];
}) {
  const { t, day, time } = useReader();
  const w = t.employerLink;
  if (confirmation === null && signed.length === 0) return null;
  return (
    <Card title={w.record} id="record">
      {confirmation && (
        <p>
          {w.confirmedBy(
            confirmation.name,
            time(confirmation.at),
            confirmation.headcount,
            day(confirmation.startsOn),
          )}
        </p>
      )}
      {signed.map(({ by, at, count, accepted, rejected }) => (
        <>
          <p>{w.signedRecord(by, time(at), count)}</p>
          {accepted.length > 0 && <p class="sub">{accepted.join(t.nameComma)}</p>}
          {rejected.length > 0 && (
            <ul class="lines">
              {rejected.map(({ name, reason }) => (
                <li>{w.rejectedFor(name, t.codes.rejection[reason])}</li>
              ))}
            </ul>
          )}
        </>
      ))}
    </Card>
  );
}
