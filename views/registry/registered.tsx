import { IdNumber } from './id-number.tsx';
import { isStaleWish } from '../../src/registry/worker.ts';
import { Card, Facts, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { WishLine } from './wish-line.tsx';
import type { WorkerPageProps } from './worker-page-view.ts';
import { PersonSteps } from './person-steps.tsx';

export function Registered({
  w,
  person,
  unconsented,
  mayWrite,
  idNumber,
  mayReveal,
}: Pick<WorkerPageProps, 'person' | 'mayWrite' | 'idNumber' | 'mayReveal'> & {
  w: WorkerPageProps['person']['worker'];
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
