import { dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { TRADE_CODES } from '../../src/registry/trade.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { Card, Empty, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Person } from './person-view.ts';
import { Choice, options } from '../components/choice.tsx';

export function Certificates({ person, mayWrite }: { person: Person; mayWrite: boolean }) {
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
                <Tag look={held.expiresOn < dayOf(now) ? 'bad' : 'ok'}>
                  {t.workers.validUntil(day(held.expiresOn))}
                </Tag>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <details open={useIsRefused(paths.certificates(person.worker.id))}>
          <summary>{t.workers.addCertificate}</summary>
          <Form to={paths.certificates(person.worker.id)}>
            <Choice
              name="trade"
              label={t.workers.trade}
              options={options(t.codes.trade, TRADE_CODES)}
              value={person.worker.trade}
            />
            <Field name="level" label={t.workers.level} />
            <Field
              name="number"
              label={t.workers.certificateNumber}

              required={false}
              autocomplete="off"
            />
            <Field name="issuer" label={t.workers.issuer} required={false} />
            <Field name="expiresOn" label={t.workers.expiresOn} type="date" required={false} />
            <Field name="reviewOn" label={t.workers.reviewOn} type="date" required={false} />
            <button class="btn primary wide">{t.save}</button>
          </Form>
        </details>
      )}
    </Card>
  );
}
