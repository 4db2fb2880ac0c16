/** A day at the clinic, and what it found. */
import { newId } from '../../../src/ids.ts';
import { insertExamination } from '../../../src/pipeline/health/examination.queries.ts';
import { book, holdsUntil, recordConclusion } from '../../../src/pipeline/health/fitness.ts';
import type { Conclusion } from '../../../src/pipeline/health/health-state.ts';
import { insertExamDay } from '../../../src/pipeline/health/health.queries.ts';
import type { Play } from '../play/play.ts';

/**
 * Everybody who consented is examined tomorrow.
 * @param verdict what the clinic says of the first, the second and so on; null where it has not yet
 */
export async function examined(
  play: Play,
  clinicId: string,
  verdict: (i: number) => Conclusion | null,
): Promise<Play> {
  const heldOn = play.inDays(1);
  const day = { id: newId(play.at), batchId: play.s.id, clinicId, heldOn };
  const ids = play.people((p) => p.consentedHash !== null).map((p) => p.id);
  play
    .step(
      'exam.book',
      (s) => book(s, ids, heldOn),
      () => insertExamDay(play.orm, day, ids),
    )
    .later(1);
  await play.link('clinic', day.id);
  ids.forEach((id, i) => {
    const conclusion = verdict(i);
    if (conclusion) concluded(play, day, id, conclusion);
  });
  return play.settle();
}

function concluded(
  play: Play,
  { id: examDayId, heldOn }: { id: string; heldOn: string },
  placementId: string,
  conclusion: Conclusion,
): void {
  const given = {
    conclusion,
    restriction: conclusion === 'fit_restricted' ? ('no_heights' as const) : null,
    recheckBy: conclusion === 'recheck' ? play.inDays(6) : null,
    concludedOn: heldOn,
  };
  play.step(
    'exam.conclude',
    (s) => recordConclusion(s, placementId, given),
    (s) => [
      insertExamination(
        play.orm,
        { id: newId(play.at), placementId, examDayId },
        given,
        holdsUntil(given, s.figures.medicalHolds),
        play.at,
      ),
    ],
    'link:demo',
  );
}
