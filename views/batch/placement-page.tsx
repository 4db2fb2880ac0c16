import { hasPassed } from '../../src/pipeline/health/health-state.ts';
import { NextStep } from './next-step.tsx';
import { ageOn, dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { Call, Card, Facts } from '../components/parts.tsx';
import { ContractCard } from '../documents/contract.tsx';
import { PersonPapers } from '../documents/person-papers.tsx';
import { ConclusionForm } from '../health/conclusion-form.tsx';
import { HomecomingForm } from '../follow-up/homecoming-form.tsx';
import { Onward } from '../travel/handover/onward.tsx';
import { useReader } from '../i18n/reader.ts';
import { History } from './history.tsx';
import { hasLent, needsPapers } from '../../src/pipeline/batch/placement.ts';
import type { PlacementView } from './placement-view.ts';
import { Action } from '../components/action.tsx';
import { Leaving } from './leaving.tsx';
import { Found } from './found-again.tsx';
import { Visits } from './placement-visits.tsx';
import { Consent } from './placement-consent.tsx';

function Standing({ s, p, rights, consents, worker, village }: PlacementView) {
  const { t, time, day } = useReader();
  const concluded = [
    t.codes.health[p.health],
    p.restriction ? t.codes.restriction[p.restriction] : '',
    p.healthUntil ? t.workers.validUntil(day(p.healthUntil)) : '',
  ];
  const told = hasPassed(p) ? t.batch.ready : t.batch.notReady;
  const health = rights.health ? concluded.filter(Boolean).join(' · ') : told;
  const consent = consents[0];
  return (
    <Card title={t.batch.standing}>
      <Facts
        rows={[
          [
            t.codes.stage.recruitment,
            p.exit ? t.codes.exit[p.exit] : t.codes.recruitment[p.recruitment],
          ],
          consent !== undefined && [
            t.recruitment.consented,
            [
              time(consent.at),
              consent.witnessId ? t.recruitment.byWitness : t.recruitment.byLink,
              consent.witnessId && t.codes.manner[consent.manner],
              consent.contradictedAt && t.recruitment.contradicted(time(consent.contradictedAt)),
            ]
              .filter(Boolean)
              .join(' · '),
          ],
          [t.codes.stage.health, health],
          rights.health &&
            p.travelFit !== null && [
              t.ownPapers.fitTitle,
              p.travelFit === 'yes' ? t.ownPapers.fitYes : t.ownPapers.fitNo,
            ],
          s.lockedAt !== null && [
            t.codes.stage.travel,
            t.codes.travel[p.travel === 'unfit' && !rights.health ? 'no_show' : p.travel],
          ],
          p.followUp !== 'none' && [t.codes.stage.followUp, t.codes.followUp[p.followUp]],
          [t.workers.village, village],
          [t.workers.phone, worker.phone],
          worker.kin && [
            t.workers.kin,
            `${worker.kin.name} ${worker.kin.relation} ${worker.kin.phone}`,
          ],
        ]}
      />
      <div class="row">
        <Call phone={worker.phone} name={p.name} />
        <a class="btn" href={paths.worker(worker.id)}>
          {t.batch.toPerson}
        </a>
      </div>
    </Card>
  );
}

/** A person in a batch: the next step on top, then each stage, then leaving, then what happened. */
export function PlacementBody(view: PlacementView) {
  const { s, p, worker, rights, lines, link } = view;
  const { t, now, time } = useReader();
  return (
    <>
      <section>
        <h1>{p.name}</h1>
        <p class="sub">{[view.village, t.age(ageOn(worker.bornOn, dayOf(now)))].join(' · ')}</p>
      </section>
      {p.questionAt !== null && rights.witness && (
        <Card title={t.recruitment.asksToBeCalled(time(p.questionAt))}>
          <div class="row">
            <Call phone={worker.phone} name={p.name} />
            <Action to={paths.questionAnswer(p.id)} label={t.recruitment.wasCalled} />
          </div>
        </Card>
      )}
      <NextStep {...view} />
      <Found {...view} />
      {rights.station && <Onward s={s} p={p} last={view.onward} />}
      <Consent {...view} />
      <Standing {...view} />
      {rights.station &&
        p.exit === null &&
        s.departedAt === null &&
        p.recruitment !== 'registered' && <ConclusionForm p={p} />}
      {(p.heldPlace || needsPapers(p) || hasLent(p)) && rights.papers && (
        <PersonPapers s={s} p={p} photos={view.photos} />
      )}
      {(p.heldPlace || needsPapers(p)) && (
        <ContractCard p={p} terms={view.terms} mayWrite={rights.papers && p.exit === null} />
      )}
      <Visits {...view} />
      {p.followUp === 'away' && rights.visits && <HomecomingForm placementId={p.id} />}
      {rights.witness && (
        <Card title={t.workers.ownLink}>
          <p class="sub">{t.workers.ownLinkWhy}</p>
          {link ? (
            <a class="btn wide" href={paths.linkText(link.id)}>
              {t.forward.open}
            </a>
          ) : (
            <Action
              to={paths.links}
              label={t.link.issue}
              fields={{ purpose: 'worker', subjectId: worker.id, batchId: s.id }}
              wide
            />
          )}
        </Card>
      )}
      <Leaving {...view} />
      <Card title={t.batch.history}>
        <History lines={lines} nameOf={() => p.name} seesHealth={rights.health} />
      </Card>
    </>
  );
}
