import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { Call, Card, Empty, More, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';
import type { VisitKind, VisitOutcome } from '../../src/pipeline/follow-up/visit-state.ts';

/** What is late, and what is due today. */
function lookOfDay(dueOn: string, today: string) {
  if (dueOn < today) return 'bad';
  return dueOn === today ? 'wait' : undefined;
}

export type VisitLine = {
  id: string;
  placementId: string;
  kind: VisitKind;
  dueOn: string;
  outcome: VisitOutcome | null;
  tries: number;
};
type People = Map<string, { name: string; phone: string }>;

/** Visits to make: whom, about what, since when; reaching nobody is one tap. */
export function VisitLines({
  visits,
  people,
  mayWrite,
}: {
  visits: VisitLine[];
  people: People;
  mayWrite: boolean;
}) {
  const { t, now, day } = useReader();
  return (
    <ul class="people">
      {visits.map((v) => (
        <li class="line">
          <a href={paths.visit(v.id)}>
            <span class="name">{people.get(v.placementId)?.name}</span>
            <span class="tags">
              <Tag>{t.codes.visit[v.kind]}</Tag>
              {v.tries > 0 && <Tag look="wait">{t.visits.tried(v.tries)}</Tag>}
              {v.outcome === 'wrong_number' && (
                <Tag look="bad">{t.codes.visitOutcome.wrong_number}</Tag>
              )}
              <Tag look={lookOfDay(v.dueOn, dayOf(now))}>{day(v.dueOn)}</Tag>
            </span>
          </a>
          <Call
            phone={people.get(v.placementId)?.phone ?? ''}
            name={people.get(v.placementId)?.name ?? ''}
          />
          {mayWrite && v.dueOn <= dayOf(now) && v.outcome !== 'wrong_number' && (
            <Action
              to={paths.visitOutcome(v.id)}
              label={t.codes.visitOutcome.not_reached}
              fields={{ outcome: 'not_reached' }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

export function VisitListBody({
  visits,
  people,
  more,
  mayWrite,
}: {
  visits: VisitLine[];
  people: People;
  more: string | null;
  mayWrite: boolean;
}) {
  const { t } = useReader();
  return (
    <Card title={t.visits.dueNow}>
      {visits.length === 0 ? (
        <Empty>{t.visits.none}</Empty>
      ) : (
        <VisitLines visits={visits} people={people} mayWrite={mayWrite} />
      )}
      <More href={more} />
    </Card>
  );
}

export function FollowUpBody({
  s,
  visits,
  unreached,
  people,
  mayWrite,
}: {
  s: Snapshot;
  visits: VisitLine[];
  unreached: { placementId: string; tries: number }[];
  people: People;
  mayWrite: boolean;
}) {
  const { t, now } = useReader();
  const today = dayOf(now);
  const due = visits.filter((v) => v.dueOn <= today);
  const later = visits.filter((v) => v.dueOn > today);
  return (
    <>
      <section>
        <h1>{t.visits.title}</h1>
        <p class="sub">
          {t.visits.summary(s.placements.filter((p) => p.followUp === 'away').length, s.openVisits)}
        </p>
      </section>
      <Card title={t.visits.dueNow}>
        {due.length === 0 ? (
          <Empty>{t.visits.none}</Empty>
        ) : (
          <VisitLines visits={due} people={people} mayWrite={mayWrite} />
        )}
      </Card>
      {unreached.length > 0 && (
        <Card title={t.visits.unreached(unreached.length)}>
          <p class="sub">
            {s.status === 'open' ? t.visits.unreachedOpen : t.visits.unreachedEnded}
          </p>
          <ul class="lines">
            {unreached.map(({ placementId, tries }) => (
              <li>
                <a href={paths.placement(placementId)}>{people.get(placementId)?.name}</a> ·{' '}
                {t.visits.tried(tries)}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {later.length > 0 && (
        <details class="card">
          <summary>{t.visits.later(later.length)}</summary>
          <VisitLines visits={later} people={people} mayWrite={mayWrite} />
        </details>
      )}
    </>
  );
}
