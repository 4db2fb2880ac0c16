import { addDays, dayOf } from '../../src/clock.ts';
import { PAYERS } from '../../src/pipeline/health/exam-day.ts';
import { needsExam } from '../../src/pipeline/health/fitness.ts';
import { paths } from '../../src/paths.ts';
import { Field, Form } from '../components/form.tsx';
import { Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { holdsPlace } from '../../src/pipeline/batch/placement.ts';
import type { HealthProps } from './health-view.ts';
import { Waiting } from './waiting.tsx';
import { Choice, options } from '../components/choice.tsx';

export function Booking({ s, people, clinics, villageOf, asked, fill }: HealthProps) {
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
      <Waiting waiting={waiting} chosen={chosen} villageOf={villageOf} />
      <button class="btn primary wide">{t.health.book}</button>
    </Form>
  );
}
