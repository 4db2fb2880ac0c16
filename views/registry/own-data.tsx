import { kinText } from '../../src/registry/person-fields.ts';
import { CORRECTABLE } from '../../src/registry/correction.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { Card, Facts, Notice, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';
import { Reveals, LinksMade } from './own-data-parts.tsx';
import { Choice, options } from '../components/choice.tsx';
import type { OwnDataProps } from './own-data-view.ts';

const LOOKS = { open: 'wait', done: 'ok', refused: 'bad' } as const;

function Use({ person, link, consents }: Pick<OwnDataProps, 'person' | 'link' | 'consents'>) {
  const { time, t } = useReader();
  const w = t.ownData;
  return (
    <Card title={w.use}>
      <p>{person.dataConsentAt ? w.agreed(time(person.dataConsentAt)) : w.notAgreed}</p>
      <Action
        to={paths.workerDataConsent(link)}
        label={person.dataConsentAt ? w.withdraw : w.agree}
        fields={{ agrees: person.dataConsentAt ? '' : 'yes' }}
        wide
      />
      <p class="hint">{w.withdrawWhy}</p>
      {consents.length > 0 && (
        <ul class="lines">
          {consents.map(({ at, given }) => (
            <li>
              <time>{time(at)}</time> {given ? t.workers.consentGiven : t.workers.consentWithdrawn}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Correct({ typed, link }: Pick<OwnDataProps, 'typed' | 'link'>) {
  const { t, readsOnly } = useReader();
  const w = t.ownData;
  if (readsOnly) return null;
  return (
    <details open={Object.keys(typed.errors).length > 0}>
      <summary>{w.correct}</summary>
      <form method="post" action={paths.workerCorrection(link)}>
        <FormKey value={typed.values['key']} />
        <Choice name="field" label={w.what} typed={typed} options={options(w.field, CORRECTABLE)} />
        <Field name="wanted" label={w.wanted} typed={typed} autocomplete="off" />
        <button class="btn primary wide">{w.send}</button>
      </form>
    </details>
  );
}

/** What the station keeps of a worker, as it stands, and what they can do about it. */
export function OwnDataBody(own: OwnDataProps) {
  const { t, day } = useReader();
  const {
    link,
    person,
    village,
    certificates,
    consents,
    corrections,
    reveals,
    links,
    typed,
    wasSent,
  } = own;
  const w = t.ownData;
  return (
    <>
      <section>
        <h1>{w.title}</h1>
        <p class="sub">{w.why}</p>
      </section>
      {wasSent && <Notice>{w.sent}</Notice>}
      <Card>
        <Facts
          rows={[
            [t.workers.name, person.name],
            [t.workers.idNumber, `**** ${person.idNumberLast4}`],
            [t.workers.bornOn, day(person.bornOn)],
            [t.workers.phone, person.phone || t.workers.noPhone],
            [t.workers.village, `${village} ${person.groupName}`],
            [t.workers.trade, t.codes.trade[person.trade]],
            [t.workers.kin, kinText(person.kin) || t.import.empty],
            ...certificates.map(
              (held) =>
                [t.workers.certificates, `${t.codes.trade[held.trade]} ${held.level}`] as const,
            ),
          ]}
        />
        <Correct typed={typed} link={link} />
        {corrections.map((each) => (
          <p>
            {w.field[each.field]}: {each.wanted}{' '}
            <Tag look={LOOKS[each.state]}>{w.state[each.state]}</Tag> {each.answer}
          </p>
        ))}
      </Card>
      <Use person={person} link={link} consents={consents} />
      <Reveals reveals={reveals} />
      <LinksMade links={links} />
      <Action to={paths.workerDownload(link)} label={w.download} wide />
      <a class="btn wide" href={paths.workerLink(link)}>
        {t.back}
      </a>
    </>
  );
}
