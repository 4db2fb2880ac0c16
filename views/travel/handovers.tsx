import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { RejectionReason } from '../../src/pipeline/travel/handover.ts';
import { Card, Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

/** A signature as it was given: for everybody, for one vehicle, or for whoever was found later. */
export type HandoverView = {
  escortCount: number;
  employerCount: number;
  signedBy: string;
  signedAt: number;
  rejected: { placementId: string; reason: RejectionReason }[];
};

type Props = { s: Snapshot; handovers: HandoverView[]; mayWrite: boolean };

/** What employers have signed, one card for each signature, in order. */
export const Handovers = ({ s, handovers, mayWrite }: Props) => {
  const { t, time } = useReader();
  const nameOf = (id: string) => s.placements.find((p) => p.id === id)?.name ?? '';
  return (
    <>
      {handovers.map((each) => (
        <Card title={t.travel.handover}>
          <Facts
            rows={[
              [t.travel.escortCount, t.people(each.escortCount)],
              [t.travel.employerCount, t.people(each.employerCount)],
              [t.employerLink.signedBy, `${each.signedBy} ${time(each.signedAt)}`],
              ...(mayWrite ? each.rejected : []).map(
                (r) => [t.codes.travel.rejected, `${nameOf(r.placementId)} · ${t.codes.rejection[r.reason]}`] as const,
              ),
            ]}
          />
        </Card>
      ))}
    </>
  );
};
