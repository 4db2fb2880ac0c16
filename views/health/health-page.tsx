import { addDays, dayOf } from '../../src/clock.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { PAYERS } from '../../src/pipeline/health/exam-day.ts';
import type { Bearer } from '../../src/pipeline/ledger/budget.ts';
import { needsExam } from '../../src/pipeline/health/fitness.ts';
import { passesFor } from '../../src/pipeline/health/restriction.ts';
import { paths } from '../../src/paths.ts';
import { Choice, Field, Form, options, Tick } from '../components/form.tsx';
import { Card, Empty, LinkButton, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { holdsPlace, type Placement } from '../../src/pipeline/batch/placement.ts';

type Props = {
  s: Snapshot;
  people: Placement[];
  villageOf: (workerId: string) => string;
  clinics: { id: string; name: string; priceFen: number }[];
  /** What the examinations cost so far, by who pays. */
  costs: { bearer: Bearer; spentFen: number }[];
  /** What was chosen when the list was filled to a capacity. */
  asked: {
    clinicId: string | null;
    heldOn: string | null;
    capacity: number | null;
    price: string | null;
    payer: string | null;
  };
  /** Whom a day takes, whole villages first. */
  fill: (waiting: Placement[]) => string[];
  days: {
    id: string;
    clinic: string;
    heldOn: string;
    booked: string[];
    linkId: string | null;
    cancelledAt: number | null;
  }[];
  seesHealth: boolean;
  mayWrite: boolean;
};

function Booking({ s, people, clinics, villageOf, asked, fill }: Props) {
  const { t, now, money } = useReader();
  const waiting = people
    .filter((p) => needsExam(s, p))
    .toSorted((a, b) => (villageOf(a.workerId) < villageOf(b.workerId) ? -1 : 1));
  if (waiting.length === 0) return <Empty>{t.health.nobodyWaits}</Empty>;
  // Whoever holds a place goes first; a capacity that was said is filled by whole villages.
  const first = waiting.filter(holdsPlace);
  const chosen = new Set(fill(first.length > 0 ? first : waiting));
  const clinic = clinics.find((each) => each.id === asked.clinicId) ?? clinics[0];
  const hazardous = s.requirements.includes('occupational_exam');
  return (
    <Form to={paths.examDays(s.id)}>
      <Choice
        name="clinicId"
        label={t.health.clinic}
        options={clinics.map(
          (c) => [c.id, c.priceFen > 0 ? `${c.name} ${money(c.priceFen)}` : c.name] as const,
        )}
        value={clinic?.id}
      />
      <Field
        name="heldOn"
        label={t.health.day}
        type="date"
        value={asked.heldOn ?? addDays(dayOf(now), 1)}
      />
      <Field
        name="capacity"
        label={t.health.capacity}
        hint={t.health.capacityHint}
        inputmode="numeric"
        required={false}
        value={asked.capacity ?? ''}
      />
      <button class="btn" formmethod="get" formaction={paths.healthPage(s.id)}>
        {t.health.fill}
      </button>
      <Field
        name="price"
        label={t.health.price}
        hint={t.health.priceHint}
        inputmode="decimal"
        required={false}
        value={asked.price ?? ''}
      />
      <Choice
        name="payer"
        label={t.health.payer}
        options={options(t.codes.payer, PAYERS)}
        value={asked.payer ?? (hazardous ? 'employer' : 'station')}
      />
      <fieldset>
        <legend>{t.health.who(waiting.length)}</legend>
        <ul class="people ticks">
          {waiting.map((p) => (
            <li>
              <Tick
                name="people"
                value={p.id}
                checked={chosen.has(p.id)}
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
    </Form>
  );
}

/**
 * Examination days with the clinic's link, and how each person stands. Conclusions for station
 * staff only.
 */
export function HealthBody(props: Props) {
  const { s, people, days, costs, seesHealth, mayWrite, villageOf } = props;
  const { t, day, money } = useReader();
  const passed = (p: Placement) => passesFor(s.order.trade, p);
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
                <a href={paths.examDay(d.id)}>
                  <span class="name">{day(d.heldOn)}</span>{' '}
                  <span class="sub">{`${d.clinic} · ${t.people(d.booked.length)}`}</span>{' '}
                  {d.cancelledAt !== null && <Tag look="bad">{t.examDay.cancelledShort}</Tag>}
                </a>
                {mayWrite && d.cancelledAt === null && (
                  <LinkButton linkId={d.linkId} purpose="clinic" subjectId={d.id} batchId={s.id} />
                )}
              </li>
            ))}
          </ul>
          {mayWrite && costs.length > 0 && (
            <p class="sub">
              {costs
                .map(
                  ({ bearer, spentFen }) =>
                    `${t.costs.paidBy(t.codes.bearer[bearer])} ${money(spentFen)}`,
                )
                .join(' · ')}
            </p>
          )}
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
                      <Tag look={passed(p) ? 'ok' : 'wait'}>
                        {passed(p) ? t.batch.ready : t.batch.notReady}
                      </Tag>
                    )}
                    {seesHealth && p.restriction && (
                      <Tag look="wait">{t.codes.restriction[p.restriction]}</Tag>
                    )}
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
}
