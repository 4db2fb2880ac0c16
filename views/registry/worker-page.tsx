import { Join, Placements } from './person-batches.tsx';
import { PersonRecord } from './person-record.tsx';
import { ageOn, dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { hasWithdrawn } from '../../src/registry/data-consent.ts';
import { Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';
import { Certificates } from './certificates.tsx';
import { OwnLink } from './own-link.tsx';
import { Cases } from './person-cases.tsx';
import { Registered } from './registered.tsx';
import type { WorkerPageProps } from './worker-page-view.ts';

/** One page for a person: registry, certificates, placements, cases, consent, own link. */
export function WorkerPageBody({
  person,
  idNumber,
  mayWrite,
  mayReveal,
  mayErase,
}: WorkerPageProps) {
  const { t, now, day } = useReader();
  const w = person.worker;
  const unconsented = hasWithdrawn(person.consents)
    ? t.workers.withdrawnByWorker
    : t.workers.noDataConsent;
  return (
    <>
      <section>
        <h1>{w.name}</h1>
        <p class="sub">
          {[person.village, w.groupName, t.codes.sex[w.sex], t.age(ageOn(w.bornOn, dayOf(now)))]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </section>
      <Registered
        w={w}
        person={person}
        unconsented={unconsented}
        mayWrite={mayWrite}
        {...(idNumber === undefined ? {} : { idNumber })}
        mayReveal={mayReveal}
      />
      {w.erasureDueOn && <Notice look="wait">{t.workers.forgotten(day(w.erasureDueOn))}</Notice>}
      {person.likenesses > 0 && (
        <a class="notice wait" href={paths.likenesses}>
          {t.likeness.maybe(person.likenesses)}
        </a>
      )}
      {mayWrite && <OwnLink person={person} />}
      <Join person={person} />
      <Placements person={person} />
      <Certificates person={person} mayWrite={mayWrite} />
      <Cases person={person} />
      <PersonRecord person={person} />
      {mayWrite && <Action to={paths.personCopy(w.id)} label={t.workers.copy} look="quiet" />}
      {mayErase && (
        <a class="btn quiet" href={paths.erasure(w.id)}>
          {t.erasure.title}
        </a>
      )}
    </>
  );
}
