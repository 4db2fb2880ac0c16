import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Action } from '../components/action.tsx';
import { mayContradict } from '../../src/pipeline/recruitment/contradiction.ts';

export type NewestConsent = {
  at: number;
  witnessId: string | null;
  contradictedAt: number | null;
} | null;

type WitnessedProps = { link: string; s: Snapshot; p: Placement; consent: NewestConsent };

/** A consent that somebody noted for them, and the way to deny it. */
export function Witnessed({ link, s, p, consent }: WitnessedProps) {
  const { t, time } = useReader();
  if (!consent?.witnessId || p.consentedHash === null || !mayContradict(s, p)) return null;
  return (
    <Card>
      <p>{t.workerLink.witnessed(time(consent.at))}</p>
      <Action to={paths.workerContradiction(link)} label={t.workerLink.contradict} wide />
    </Card>
  );
}
