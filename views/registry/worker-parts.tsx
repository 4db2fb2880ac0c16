import type { Person } from './worker-page.tsx';
import { dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { TRADE_CODES } from '../../src/registry/trade.ts';
import { Choice, Field, FormKey, options, type Typed } from '../components/form.tsx';
import { Card, Empty, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

export const IdNumber = ({
  person,
  idNumber,
  typed,
  mayReveal,
}: {
  person: Person;
  idNumber: string | undefined;
  typed: Typed;
  mayReveal: boolean;
}) => {
  const { t } = useReader();
  if (idNumber) return <p class="notice wait">{t.workers.idNumberShown(idNumber)}</p>;
  if (!mayReveal) return null;
  return (
    <details>
      <summary>{t.workers.reveal}</summary>
      <form method="post" action={paths.reveal(person.worker.id)}>
        <FormKey />
        <Field name="reason" label={t.workers.revealReason} hint={t.workers.revealHint} typed={typed} />
        <button class="btn wide">{t.workers.revealButton}</button>
      </form>
    </details>
  );
};

export const Certificates = ({ person, typed, mayWrite }: { person: Person; typed: Typed; mayWrite: boolean }) => {
  const { t, day, now } = useReader();
  return (
    <Card title={t.workers.certificates}>
      {person.certificates.length === 0 ? (
        <Empty>{t.workers.noCertificate}</Empty>
      ) : (
        <ul class="lines">
          {person.certificates.map((held) => (
            <li>
              <b>{t.codes.trade[held.trade]}</b> {held.level} {held.issuer}{' '}
              {held.numberLast4 && <span class="sub">**** {held.numberLast4}</span>}{' '}
              {held.reviewOn && (
                <Tag look={held.reviewOn < dayOf(now) ? 'bad' : undefined}>
                  {t.workers.reviewBy(day(held.reviewOn))}
                </Tag>
              )}{' '}
              {held.expiresOn && (
                <Tag look={held.expiresOn < dayOf(now) ? 'bad' : 'ok'}>{t.workers.validUntil(day(held.expiresOn))}</Tag>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <details open={typed.errors['level'] !== undefined}>
          <summary>{t.workers.addCertificate}</summary>
          <form method="post" action={paths.certificates(person.worker.id)}>
            <FormKey />
            <Choice
              name="trade"
              label={t.workers.trade}
              options={options(t.codes.trade, TRADE_CODES)}
              value={person.worker.trade}
            />
            <Field name="level" label={t.workers.level} typed={typed} />
            <Field
              name="number"
              label={t.workers.certificateNumber}
              typed={typed}
              required={false}
              autocomplete="off"
            />
            <Field name="issuer" label={t.workers.issuer} typed={typed} required={false} />
            <Field name="expiresOn" label={t.workers.expiresOn} typed={typed} type="date" required={false} />
            <Field name="reviewOn" label={t.workers.reviewOn} typed={typed} type="date" required={false} />
            <button class="btn primary wide">{t.save}</button>
          </form>
        </details>
      )}
    </Card>
  );
};
