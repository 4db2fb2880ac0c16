import { dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { Call, Notice, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';
import type { VisitProps } from './visit-view.ts';
import { Answers } from './visit-answers.tsx';
import { Tries } from './tries.tsx';
import { NewNumber } from './new-number.tsx';
import { Reached } from './reached.tsx';
import { VISIT_OUTCOMES } from '../../src/pipeline/follow-up/visit-state.ts';

/** One visit: call, then tap what came of it. No answer is required in order to go on. */
export function VisitBody({ visit, tries, isWrongNumber, person, typed, mayWrite }: VisitProps) {
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
