import { addDays, dayOf } from '../../src/clock.ts';
import { holdsPlace, type Placement, type Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { coversDeparture } from '../../src/pipeline/health/fitness.ts';
import { paths } from '../../src/paths.ts';
import { Choice, Field, FormKey, Tick } from '../components/form.tsx';
import { Card, Empty, LinkButton, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

type Props = {
  s: Snapshot;
  people: Placement[];
  villageOf: (workerId: string) => string;
  clinics: { id: string; name: string }[];
  days: { id: string; clinic: string; heldOn: string; booked: string[]; linkId: string | null }[];
  seesHealth: boolean;
  mayWrite: boolean;
};

const passed = (p: Placement) => p.health === 'fit' || p.health === 'fit_restricted';

const Booking = ({ s, people, clinics, villageOf }: Props) => {
  const { t, now } = useReader();
  const waiting = people.filter(
    (p) =>
      p.exit === null &&
      p.consentedHash !== null &&
      (p.health === 'none' ||
        p.health === 'no_show' ||
        p.health === 'recheck' ||
        (passed(p) && !coversDeparture(p.healthUntil, s.departsOn))),
  );
  if (waiting.length === 0) return <Empty>{t.health.nobodyWaits}</Empty>;
  return (
    <form method="post" action={paths.examDays(s.id)}>
      <FormKey />
      <Choice name="clinicId" label={t.health.clinic} options={clinics.map((c) => [c.id, c.name] as const)} />
      <Field name="heldOn" label={t.health.day} type="date" value={addDays(dayOf(now), 1)} />
      <fieldset>
        <legend>{t.health.who(waiting.length)}</legend>
        <ul class="people ticks">
          {waiting.map((p) => (
            <li>
              <Tick
                name="people"
                value={p.id}
                checked={holdsPlace(p)}
                label={
                  <>
                    <span class="name">{p.name}</span>
                    <span class="tags">
                      <Tag>{villageOf(p.workerId)}</Tag>
                      {p.health !== 'none' && <Tag look="wait">{t.codes.health[p.health]}</Tag>}
                    </span>
                  </>
                }
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <button class="btn primary wide">{t.health.book}</button>
    </form>
  );
};

/** Examination days with the clinic's link, and how each person stands. Conclusions for station staff only. */
export const HealthBody = (props: Props) => {
  const { s, people, days, seesHealth, mayWrite, villageOf } = props;
  const { t, day } = useReader();
  const alive = mayWrite && s.status === 'open' && s.departedAt === null;
  const examined = people.filter((p) => p.exit === null && (p.heldPlace || p.health !== 'none'));
  return (
    <>
      <section>
        <h1>{t.health.title}</h1>
        <p class="sub">{t.health.onlyConclusion}</p>
      </section>
      {days.length > 0 && (
        <Card title={t.health.days}>
          <ul class="people">
            {days.map((d) => (
              <li class="line">
                <span>
                  <span class="name">{day(d.heldOn)}</span>{' '}
                  <span class="sub">{`${d.clinic} · ${t.people(d.booked.length)}`}</span>
                </span>
                {mayWrite && <LinkButton linkId={d.linkId} purpose="clinic" subjectId={d.id} batchId={s.id} />}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {alive && (
        <Card title={t.health.bookTitle}>
          <Booking {...props} />
        </Card>
      )}
      <Card title={t.batch.people}>
        {examined.length === 0 ? (
          <Empty>{t.batch.nobody}</Empty>
        ) : (
          <ul class="people">
            {examined.map((p) => (
              <li>
                <a href={paths.placement(p.id)}>
                  <span class="name">{p.name}</span>
                  <span class="tags">
                    <Tag>{villageOf(p.workerId)}</Tag>
                    {seesHealth ? (
                      <Tag look={passed(p) ? 'ok' : 'wait'}>{t.codes.health[p.health]}</Tag>
                    ) : (
                      <Tag look={passed(p) ? 'ok' : 'wait'}>{passed(p) ? t.batch.ready : t.batch.notReady}</Tag>
                    )}
                    {seesHealth && p.restriction && <Tag look="wait">{t.codes.restriction[p.restriction]}</Tag>}
                    {seesHealth && p.recheckBy && <Tag look="bad">{t.dueBy(day(p.recheckBy))}</Tag>}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
};
