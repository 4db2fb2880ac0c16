import { caseMoves } from '../../src/pipeline/follow-up/rights-case.ts';
import { paths } from '../../src/paths.ts';
import { Choice, Field, FormKey, options, type Typed } from '../components/form.tsx';
import { Call, Card, Empty, Facts, More, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { CaseKind, CaseState } from '../../src/pipeline/follow-up/follow-up-state.ts';

type Case = {
  id: string;
  placementId: string;
  kind: CaseKind;
  state: CaseState;
  claimedFen: number;
  recoveredFen: number;
  openedAt: number;
};
type People = Map<string, { name: string; phone: string }>;

export function CaseListBody({
  cases,
  people,
  more,
}: {
  cases: Case[];
  people: People;
  more: string | null;
}) {
  const { t, money } = useReader();
  return (
    <Card title={t.cases.title}>
      {cases.length === 0 ? (
        <Empty>{t.cases.none}</Empty>
      ) : (
        <ul class="people">
          {cases.map((one) => (
            <li>
              <a href={paths.case(one.id)}>
                <span class="name">{people.get(one.placementId)?.name}</span>
                <span class="tags">
                  <Tag look="bad">{t.codes.caseKind[one.kind]}</Tag>
                  <Tag>{t.codes.caseState[one.state]}</Tag>
                  <Tag>{`${money(one.recoveredFen)} / ${money(one.claimedFen)}`}</Tag>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <More href={more} />
    </Card>
  );
}

type Props = {
  one: Case;
  person: { name: string; phone: string };
  typed: Typed;
  mayWrite: boolean;
};

function NextState({ mayWrite, one, typed }: Pick<Props, 'mayWrite' | 'one' | 'typed'>) {
  const { t } = useReader();
  if (!(mayWrite && one.state !== 'closed')) return null;
  return (
    <form method="post" action={paths.case(one.id)} class="card">
      <FormKey />
      <Choice
        name="state"
        label={t.cases.state}
        options={options(t.codes.caseState, [one.state, ...caseMoves(one.state)])}
        value={one.state}
      />
      <Field
        name="claimed"
        label={t.cases.claimed}
        typed={typed}
        inputmode="decimal"
        value={one.claimedFen / 100}
      />
      <Field
        name="recovered"
        label={t.cases.recovered}
        typed={typed}
        inputmode="decimal"
        value={one.recoveredFen / 100}
      />
      <button class="btn primary wide">{t.save}</button>
    </form>
  );
}

export function CaseBody({ one, person, typed, mayWrite }: Props) {
  const { t, time, money } = useReader();
  return (
    <>
      <section>
        <h1>{`${person.name} · ${t.codes.caseKind[one.kind]}`}</h1>
        <p class="sub">{t.cases.openedAt(time(one.openedAt))}</p>
      </section>
      <Card>
        <Facts
          rows={[
            [t.cases.state, t.codes.caseState[one.state]],
            [t.cases.claimed, money(one.claimedFen)],
            [t.cases.recovered, money(one.recoveredFen)],
          ]}
        />
        <div class="row">
          <Call phone={person.phone} name={person.name} />
          <a class="btn" href={paths.placement(one.placementId)}>
            {t.visits.toPlacement}
          </a>
        </div>
      </Card>
      <NextState mayWrite={mayWrite} one={one} typed={typed} />
    </>
  );
}
