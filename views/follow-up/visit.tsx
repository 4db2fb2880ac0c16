import { dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { Call, Card, Notice, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { VISIT_OUTCOMES } from '../../src/pipeline/follow-up/follow-up-state.ts';
import { Action } from '../components/action.tsx';
import type { Try, Props } from './visit-view.ts';
import { Answers, Reached } from './visit-answers.tsx';

/** What was tried so far, the newest first. */
function Tries({ tries }: { tries: Try[] }) {
  const { t, day } = useReader();
  if (tries.length === 0) return null;
  return (
    <Card title={t.visits.tries}>
      <ul class="lines">
        {tries.map(({ outcome, madeOn }) => (
          <li>
            {day(madeOn)} · {t.codes.visitOutcome[outcome]}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Where the number is not theirs, another one is asked for before anything else. */
function NewNumber({ visit, person, typed }: Pick<Props, 'visit' | 'person' | 'typed'>) {
  const { t } = useReader();
  return (
    <form method="post" action={paths.visitNumber(visit.id)} class="card">
      <h2>{t.visits.newNumber}</h2>
      <p class="sub">
        {person.phone === '' ? t.visits.noNumber : t.visits.newNumberWhy(person.phone)}
      </p>
      <FormKey />
      <Field
        name="phone"
        label={t.workers.phone}
        typed={typed}
        type="tel"
        inputmode="tel"
        autocomplete="off"
      />
      <button class="btn primary wide">{t.save}</button>
      {person.phone !== '' && <p class="hint">{t.visits.sameNumber}</p>}
    </form>
  );
}

/** One visit: call, then tap what came of it. No answer is required in order to go on. */
export function VisitBody({ visit, tries, isWrongNumber, person, typed, mayWrite }: Props) {
  const { t, day, now } = useReader();
  const today = dayOf(now);
  return (
    <>
      <section>
        <h1>{person.name}</h1>
        <p class="sub">
          {t.codes.visit[visit.kind]} · {day(visit.dueOn)}{' '}
          {visit.outcome && <Tag>{t.codes.visitOutcome[visit.outcome]}</Tag>}
        </p>
      </section>
      {visit.open === 1 && visit.tries > 0 && !isWrongNumber && (
        <Notice look="wait">{t.visits.again(visit.tries, day(visit.dueOn))}</Notice>
      )}
      {isWrongNumber && mayWrite ? (
        <NewNumber visit={visit} person={person} typed={typed} />
      ) : (
        <Call phone={person.phone} name={person.name} />
      )}
      {visit.open !== 1 ? (
        <Answers visit={visit} />
      ) : (
        mayWrite && (
          <>
            <div class="row">
              {VISIT_OUTCOMES.filter(
                (outcome) => outcome !== 'done' && (outcome === 'refused' || !isWrongNumber),
              ).map((outcome) => (
                <Action
                  to={paths.visitOutcome(visit.id)}
                  label={t.codes.visitOutcome[outcome]}
                  fields={{ outcome }}
                />
              ))}
            </div>
            <Reached visit={visit} typed={typed} today={today} />
          </>
        )
      )}
      <Tries tries={tries} />
      <a class="btn wide" href={paths.placement(visit.placementId)}>
        {t.visits.toPlacement}
      </a>
    </>
  );
}
