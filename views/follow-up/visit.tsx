import { VISIT_OUTCOMES, type VisitKind, type VisitOutcome } from '../../src/pipeline/follow-up/visit.ts';
import { paths } from '../../src/paths.ts';
import { Action, Field, FormKey, type Typed } from '../components/form.tsx';
import { Call, Card, Facts, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

type Visit = {
  id: string;
  placementId: string;
  kind: VisitKind;
  dueOn: string;
  open: number | null;
  outcome: VisitOutcome | null;
  working: boolean | null;
  paidFen: number | null;
  contractHeld: boolean | null;
  papersHeld: boolean | null;
  wantsHome: boolean | null;
};
type Props = { visit: Visit; person: { name: string; phone: string }; typed: Typed; mayWrite: boolean };

const YesNo = ({ name, label }: { name: string; label: string }) => {
  const { t } = useReader();
  return (
    <fieldset class="yesno">
      <legend>{label}</legend>
      {(['yes', 'no'] as const).map((value) => (
        <label>
          <input type="radio" name={name} value={value} />
          <span>{t[value]}</span>
        </label>
      ))}
    </fieldset>
  );
};

const Answers = ({ visit }: { visit: Visit }) => {
  const { t, money } = useReader();
  const said = (answer: boolean | null) => (answer === null ? '—' : answer ? t.yes : t.no);
  return (
    <Card title={visit.outcome ? t.codes.visitOutcome[visit.outcome] : t.visits.closed}>
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
};

/** One visit: call, then tap what came of it. No answer is required in order to go on. */
export const VisitBody = ({ visit, person, typed, mayWrite }: Props) => {
  const { t, day } = useReader();
  return (
    <>
      <section>
        <h1>{person.name}</h1>
        <p class="sub">
          {t.codes.visit[visit.kind]} · {day(visit.dueOn)}{' '}
          {visit.outcome && <Tag>{t.codes.visitOutcome[visit.outcome]}</Tag>}
        </p>
      </section>
      <Call phone={person.phone} name={person.name} />
      {visit.open !== 1 ? (
        <Answers visit={visit} />
      ) : (
        mayWrite && (
          <>
            <div class="row">
              {VISIT_OUTCOMES.filter((outcome) => outcome !== 'done').map((outcome) => (
                <Action to={paths.visitOutcome(visit.id)} label={t.codes.visitOutcome[outcome]} fields={{ outcome }} />
              ))}
            </div>
            <form method="post" action={paths.visitOutcome(visit.id)} class="card">
              <h2>{t.visits.reached}</h2>
              <FormKey />
              <YesNo name="working" label={t.visits.working} />
              <Field
                name="paid"
                label={t.visits.paidAmount}
                hint={t.visits.paidHint}
                typed={typed}
                inputmode="decimal"
                required={false}
              />
              <YesNo name="contractHeld" label={t.visits.contractHeld} />
              <YesNo name="papersHeld" label={t.visits.papersHeld} />
              <YesNo name="wantsHome" label={t.visits.wantsHome} />
              <button class="btn primary wide" name="outcome" value="done">
                {t.save}
              </button>
            </form>
          </>
        )
      )}
      <a class="btn wide" href={paths.placement(visit.placementId)}>
        {t.visits.toPlacement}
      </a>
    </>
  );
};
