import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { paths } from '../../src/paths.ts';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { PaperState } from '../../src/pipeline/documents/paper-state.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { paperHolds } from '../../src/pipeline/readiness.ts';
import type { PaperKind } from '../../src/pipeline/documents/paper-kind.ts';

/**
 * A mark for each state; the word for it is in the legend, and never is it told by colour alone.
 */
const MARK: Record<PaperState, string> = {
  missing: '–',
  submitted: '…',
  verified: '✓',
  rejected: '✗',
  expired: '!',
  not_needed: '○',
};

/** What was verified and does not last until the departure is as good as expired. */
function markOf(s: Snapshot, p: Placement, kind: PaperKind): string {
  const state = p.papers[kind] ?? 'missing';
  return MARK[state === 'verified' && !paperHolds(s, p, kind) ? 'expired' : state];
}

/**
 * People by papers. A heading leads to one paper of everybody, a name to all papers of one person.
 * Cells carry no markup of their own: three hundred people have to come over a slow line.
 */
export function PaperGrid({ s, people }: { s: Snapshot; people: Placement[] }) {
  const { t } = useReader();
  const w = t.documents;
  if (people.length === 0)
    return (
      <Card>
        <Empty>{w.nobody}</Empty>
      </Card>
    );
  const held = (p: Placement): number =>
    s.requirements.filter((kind) => paperHolds(s, p, kind)).length;
  const sorted = people.toSorted((a, b) => held(a) - held(b));
  return (
    <Card title={w.grid}>
      <p class="sub">
        {(Object.keys(MARK) as PaperState[])
          .map((state) => `${MARK[state]} ${t.codes.paperState[state]}`)
          .join('  ')}
      </p>
      <section class="grid" tabindex={0} aria-label={w.grid}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.workers.name}</th>
              {s.requirements.map((kind) => (
                <th scope="col">
                  <a href={`${paths.documents(s.id)}?paper=${kind}`}>{t.codes.paper[kind]}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((p) => (
              <tr>
                <th scope="row">
                  <a href={paths.placement(p.id)}>{p.name}</a>
                </th>
                {s.requirements.map((kind) => (
                  <td>{markOf(s, p, kind)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}
