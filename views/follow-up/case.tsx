import { paths } from '../../src/paths.ts';
import { Call, Card, Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { NextState } from './next-state.tsx';
import type { CaseProps } from './case-view.ts';

export function CaseBody({ one, person, typed, mayWrite }: CaseProps) {
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
