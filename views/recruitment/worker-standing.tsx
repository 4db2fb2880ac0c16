import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { isAskedOnTheRoad } from '../../src/pipeline/recruitment/consent.ts';
import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { refused } from '../../src/pipeline/batch/change.ts';
import { whenOf } from '../batch/when.ts';
import { paths } from '../../src/paths.ts';
import { Card, Tag } from '../components/parts.tsx';
import { type Reader, useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { takeBack } from '../../src/pipeline/recruitment/leaving.ts';
import { Action } from '../components/action.tsx';
import { lookOfPaper } from '../documents/paper-line.tsx';
import { CASE_KINDS } from '../../src/pipeline/follow-up/case-state.ts';

type Own = { s: Snapshot; p: Placement; terms: Terms };

/** Where somebody stands, in one sentence. */
function standing({ s, p, terms }: Own, { t, day }: Pick<Reader, 't' | 'day'>): string {
  const w = t.workerLink;
  if (p.travel === 'left_en_route') return w.leftOnTheWay;
  if (p.travel === 'rejected') return w.notAccepted;
  if (p.travel === 'missing') return w.lookedFor;
  if (isAskedOnTheRoad(s, p)) return w.redirected(terms.employer);
  if (p.exit !== null) return w.out;
  if (p.followUp === 'home') return w.home;
  if (p.travel === 'accepted') return w.atWork;
  if (p.travel === 'boarded' || p.travel === 'arrived') return w.onTheWay;
  if (p.recruitment === 'selected') return w.going(whenOf(s, { t, day }));
  return p.recruitment === 'reserve' ? w.reserve(p.rank ?? 0) : w.waiting;
}

export function Journey({ s, p, terms }: Own) {
  const { t, day } = useReader();
  const state = standing({ s, p, terms }, { t, day });
  return (
    <Card title={terms.employer}>
      <p class="big">{state}</p>
      {p.exit === null && p.heldPlace && s.departedAt === null && (
        <ul class="lines">
          {s.requirements.map((kind) => {
            const paper = p.papers[kind] ?? 'missing';
            return (
              <li>
                {t.codes.paper[kind]}{' '}
                <Tag look={lookOfPaper(paper)}>{t.codes.paperState[paper]}</Tag>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

/** Back to where they were before a misplaced no, as long as nothing stands in the way. */
export function TakingBack({ link, s, p }: { link: string; s: Snapshot; p: Placement }) {
  const { t, readsOnly } = useReader();
  if (readsOnly || refused(takeBack(s, p.id))) return null;
  return (
    <Card>
      <p class="sub">{t.workerLink.takeBackWhy}</p>
      <Action to={paths.workerTakingBack(link)} label={t.workerLink.takeBack} look="primary" wide />
    </Card>
  );
}

export function Report({ link }: { link: string }) {
  const { t, readsOnly } = useReader();
  if (readsOnly) return null;
  return (
    <details class="card">
      <summary>{t.workerLink.report}</summary>
      <p class="sub">{t.workerLink.reportWhy}</p>
      {CASE_KINDS.map((kind) => (
        <Action
          to={paths.workerAnswer(link)}
          label={t.codes.caseKind[kind]}
          fields={{ kind }}
          wide
        />
      ))}
    </details>
  );
}
