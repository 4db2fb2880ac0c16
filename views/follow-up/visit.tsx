import { isAnswered } from '../../src/pipeline/follow-up/visit.ts';
import { dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey, type Typed } from '../components/form.tsx';
import { Call, Card, Facts, Notice, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import {
  VISIT_OUTCOMES,
  type VisitKind,
  type VisitOutcome,
} from '../../src/pipeline/follow-up/follow-up-state.ts';
import { Action } from '../components/action.tsx';

type Visit = {
  id: string;
  placementId: string;
  kind: VisitKind;
  dueOn: string;
  open: number | null;
  outcome: VisitOutcome | null;
  tries: number;
  working: boolean | null;
  paidFen: number | null;
  contractHeld: boolean | null;
  papersHeld: boolean | null;
  wantsHome: boolean | null;
};
type Try = { outcome: VisitOutcome; madeOn: string };
type Props = {
  visit: Visit;
  tries: Try[];
  /** Whether the number that is on record was not theirs. */
  isWrongNumber: boolean;
  person: { name: string; phone: string };
  typed: Typed;
  mayWrite: boolean;
};

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

function YesNo({ name, label, typed }: { name: string; label: string; typed: Typed }) {
  const { t } = useReader();
  return (
    <fieldset class="yesno">
      <legend>{label}</legend>
      {(['yes', 'no'] as const).map((value) => (
        <label>
          <input type="radio" name={name} value={value} checked={typed.values[name] === value} />
          <span>{t[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Answers({ visit }: { visit: Visit }) {
  const { t, money } = useReader();
  const yesOrNo = (answer: boolean) => (answer ? t.yes : t.no);
  const said = (answer: boolean | null) => (answer === null ? '—' : yesOrNo(answer));
  return (
    <Card
      title={
        visit.outcome && isAnswered(visit.outcome)
          ? t.codes.visitOutcome[visit.outcome]
          : t.visits.closed
      }
    >
      <Facts
        rows={[
          [t.visits.working, said(visit.working)],
          [t.visits.paidAmount, visit.paidFen === null ? '—' : money(visit.paidFen)],
          [t.visits.contractHeld, said(visit.contractHeld)],
          [t.visits.papersHeld, said(visit.papersHeld)],
          [t.visits.wantsHome, said(visit.wantsHome)],
        ]}
      />
    </Card>
  );
}

/** What somebody says who was reached. */
function Reached({ visit, typed, today }: Pick<Props, 'visit' | 'typed'> & { today: string }) {
  const { t } = useReader();
  return (
    <form method="post" action={paths.visitOutcome(visit.id)} class="card">
      <h2>{t.visits.reached}</h2>
      <FormKey />
      <YesNo name="working" label={t.visits.working} typed={typed} />
      <Field
        name="paid"
        label={t.visits.paidAmount}
        hint={t.visits.paidHint}
        typed={typed}
        inputmode="decimal"
        required={false}
      />
      <YesNo name="contractHeld" label={t.visits.contractHeld} typed={typed} />
      <YesNo name="papersHeld" label={t.visits.papersHeld} typed={typed} />
      <YesNo name="wantsHome" label={t.visits.wantsHome} typed={typed} />
      <Field
        name="madeOn"
        label={t.visits.madeOn}
        typed={typed}
        type="date"
        value={today}
        max={today}
      />
      <button class="btn primary wide" name="outcome" value="done">
        {t.save}
      </button>
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
