import { Join, Placements } from './person-batches.tsx';
import { PersonRecord } from './person-record.tsx';
import { WishLine } from './wish.tsx';
import { Certificates, IdNumber } from './worker-parts.tsx';
import { ageOn, dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { hasWithdrawn } from '../../src/registry/data-consent.ts';
import { isStaleWish } from '../../src/registry/worker.ts';
import { Call, Card, Facts, Notice, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Person } from './person-view.ts';
import { Action } from '../components/action.tsx';

type Props = {
  person: Person;
  idNumber?: string;
  mayWrite: boolean;
  mayReveal: boolean;
  mayErase: boolean;
};

function OwnLink({ person }: { person: Person }) {
  const { t } = useReader();
  return (
    <Card title={t.workers.ownLink}>
      <p class="sub">{t.workers.ownLinkWhy}</p>
      {person.link && (
        <a class="btn primary wide" href={paths.linkText(person.link.id)}>
          {t.forward.open}
        </a>
      )}
      <Action
        to={paths.links}
        label={person.link ? t.link.renew : t.link.issue}
        look={person.link ? 'plain' : 'primary'}
        fields={{ purpose: 'worker', subjectId: person.worker.id }}
        wide
      />
    </Card>
  );
}

function Cases({ person }: Pick<Props, 'person'>) {
  const { t, money } = useReader();
  if (!(person.cases.length > 0)) return null;
  return (
    <Card title={t.cases.title}>
      <ul class="lines">
        {person.cases.map((one) => (
          <li>
            <a href={paths.case(one.id)}>
              {t.codes.caseKind[one.kind]} · {t.codes.caseState[one.state]} ·{' '}
              {money(one.recoveredFen)} / {money(one.claimedFen)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PersonSteps({
  w,
  mayWrite,
  person,
}: Pick<Props, 'mayWrite' | 'person'> & { w: Props['person']['worker'] }) {
  const { t } = useReader();
  return (
    <div class="row">
      <Call phone={w.phone} name={w.name} />
      {mayWrite && (
        <a class="btn" href={paths.wish(w.id)}>
          {t.wish.ask}
        </a>
      )}
      {mayWrite && (
        <a class="btn" href={paths.workerEdit(w.id)}>
          {t.workers.edit}
        </a>
      )}
      {mayWrite && !hasWithdrawn(person.consents) && (
        <Action
          to={paths.dataConsent(w.id)}
          label={w.dataConsentAt ? t.workers.withdrawDataConsent : t.workers.giveDataConsent}
          fields={{ agrees: w.dataConsentAt ? '' : 'yes' }}
        />
      )}
    </div>
  );
}

function Registered({
  w,
  person,
  unconsented,
  mayWrite,
  idNumber,
  mayReveal,
}: Pick<Props, 'person' | 'mayWrite' | 'idNumber' | 'mayReveal'> & {
  w: Props['person']['worker'];
  unconsented: string;
}) {
  const { t, now, time, day } = useReader();
  return (
    <Card title={t.workers.registered}>
      <Facts
        rows={[
          [t.workers.phone, w.phone || t.workers.noPhone],
          [t.workers.trade, w.skilled ? t.codes.trade[w.trade] : t.workers.unskilled],
          [
            t.workers.availability,
            <>
              {t.codes.availability[w.availability]}{' '}
              {isStaleWish(w, now, person.wishHolds) ? (
                <Tag look="wait">
                  {w.availabilityAt ? t.wish.stale(time(w.availabilityAt)) : t.wish.neverAsked}
                </Tag>
              ) : (
                w.availabilityAt && <Tag>{time(w.availabilityAt)}</Tag>
              )}
            </>,
          ],
          w.wish && [t.wish.conditions, <WishLine wish={w.wish} companions={person.companions} />],
          [t.workers.bornOn, day(w.bornOn)],
          [t.workers.idNumber, `**** ${w.idNumberLast4}`],
          w.kin && [t.workers.kin, `${w.kin.name} ${w.kin.relation} ${w.kin.phone}`],
          w.remark !== '' && [t.workers.field.remark, w.remark],
          [t.workers.dataConsent, w.dataConsentAt ? time(w.dataConsentAt) : unconsented],
        ]}
      />
      <PersonSteps w={w} mayWrite={mayWrite} person={person} />
      <IdNumber person={person} idNumber={idNumber} mayReveal={mayReveal} />
    </Card>
  );
}

/** One page for a person: registry, certificates, placements, cases, consent, own link. */
export function WorkerPageBody({ person, idNumber, mayWrite, mayReveal, mayErase }: Props) {
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
