import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { mayContradict } from '../../src/pipeline/recruitment/consent.ts';
import { paths } from '../../src/paths.ts';
import { FormKey } from '../components/form.tsx';
import { Card, Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { type Mark, MARKS } from '../../src/pipeline/recruitment/match-reason.ts';
import { Action } from '../components/action.tsx';

export type NewestConsent = {
  at: number;
  witnessId: string | null;
  contradictedAt: number | null;
} | null;

/** A vacated place that is theirs if they want it; a late yes is heard as well. */
export function VacantPlace({ link, p }: { link: string; p: Placement }) {
  const { t, time } = useReader();
  const w = t.workerLink;
  if (p.recruitment !== 'reserve' || p.placeOffer === null) return null;
  const isOpen = p.placeOffer === 'open' && p.placeOfferUntil !== null;
  return (
    <Card title={w.placeTitle}>
      <p class="big">{isOpen ? w.placeWhy(time(p.placeOfferUntil ?? 0)) : w.placeLate}</p>
      <Action
        to={paths.workerPlace(link)}
        label={w.takePlace}
        look="primary"
        fields={{ answer: 'yes' }}
        wide
      />
      {isOpen && (
        <Action to={paths.workerPlace(link)} label={w.refusePlace} fields={{ answer: 'no' }} wide />
      )}
    </Card>
  );
}

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

/** How the employer was, in one of three words. */
export function Rating({ link, p, mark }: { link: string; p: Placement; mark: Mark | null }) {
  const { t, readsOnly } = useReader();
  const w = t.workerLink;
  if (readsOnly) return null;
  if (p.travel !== 'accepted' && p.travel !== 'rejected') return null;
  return (
    <details class="card" open={mark === null}>
      <summary>{mark === null ? w.rate : w.rated}</summary>
      <p class="sub">{w.rateWhy}</p>
      <form class="row" method="post" action={paths.workerRating(link)}>
        <FormKey />
        {MARKS.map((each) => (
          <button
            class="btn"
            name="mark"
            value={each}
            aria-pressed={each === mark ? 'true' : 'false'}
          >
            {t.codes.mark[each]}
          </button>
        ))}
      </form>
    </details>
  );
}

type AlwaysProps = { link: string; p: Placement | null; wasAsked: boolean; askedAt: number | null };

/** To be called, and what the station keeps of them: always there, whatever else is. */
export function Always({ link, p, wasAsked, askedAt }: AlwaysProps) {
  const { t, time } = useReader();
  const w = t.workerLink;
  return (
    <>
      <div id="asked">
        {(wasAsked || askedAt !== null) && (
          <Notice>{askedAt === null ? w.asked : w.askedAt(time(askedAt))}</Notice>
        )}
      </div>
      {p && !wasAsked && <Action to={paths.workerQuestion(link)} label={w.question} wide />}
      <div class="row">
        <a class="btn" href={paths.workerWish(link)}>
          {w.myWish}
        </a>
        <a class="btn" href={paths.workerData(link)}>
          {w.myData}
        </a>
      </div>
    </>
  );
}
