import { openPlaces } from '../../src/pipeline/batch/equation.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { passesFor } from '../../src/pipeline/health/restriction.ts';
import { paths } from '../../src/paths.ts';
import { Empty, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { lackingPapers, isReady } from '../../src/pipeline/readiness.ts';

export const FILTERS = ['lacking', 'all', 'reserve', 'candidates', 'left'] as const;
export type Filter = (typeof FILTERS)[number];

function inFilter(s: Snapshot, p: Placement, filter: Filter): boolean {
  const here = p.exit === null;
  switch (filter) {
    case 'lacking':
      return here && p.heldPlace && !isReady(s, p) && p.travel === 'expected';
    case 'all':
      return here && p.heldPlace;
    case 'reserve':
      return here && p.recruitment === 'reserve';
    case 'candidates':
      return here && !p.heldPlace && p.recruitment !== 'reserve';
    case 'left':
      return !here;
  }
}

/**
 * The person's state in the words that matter at this point; health only for those who may see it.
 */
function StateTag({ s, p, seesHealth }: { s: Snapshot; p: Placement; seesHealth: boolean }) {
  const { t } = useReader();
  if (p.exit)
    return (
      <Tag>{seesHealth && p.exit === 'unfit' ? t.codes.health.unfit : t.codes.exit[p.exit]}</Tag>
    );
  if (p.followUp !== 'none')
    return (
      <Tag look={p.followUp === 'away' ? 'ok' : undefined}>{t.codes.followUp[p.followUp]}</Tag>
    );
  if (p.travel !== 'expected')
    return (
      <Tag look={['boarded', 'arrived', 'accepted'].includes(p.travel) ? 'ok' : 'bad'}>
        {t.codes.travel[p.travel === 'unfit' && !seesHealth ? 'no_show' : p.travel]}
      </Tag>
    );
  if (!p.heldPlace)
    return (
      <Tag look={p.recruitment === 'consented' ? 'ok' : 'wait'}>
        {t.codes.recruitment[p.recruitment]}
      </Tag>
    );
  if (isReady(s, p)) return <Tag look="ok">{t.batch.ready}</Tag>;
  const lacking = lackingPapers(s, p);
  const fit = passesFor(s.order.trade, p);
  const concluded = p.restriction ? t.codes.restriction[p.restriction] : t.codes.health[p.health];
  return (
    <>
      {p.recruitment === 'reoffered' && <Tag look="bad">{t.codes.recruitment.reoffered}</Tag>}
      {!fit && (
        <Tag look={p.health === 'recheck' ? 'bad' : 'wait'}>
          {seesHealth ? concluded : t.batch.examPending}
        </Tag>
      )}
      {lacking.length > 0 && lacking.length < 3
        ? lacking.map((kind) => (
            <Tag look="wait">
              {t.batch.paperLacks(
                t.codes.paper[kind],
                t.codes.paperState[p.papers[kind] ?? 'missing'],
              )}
            </Tag>
          ))
        : lacking.length > 0 && <Tag look="wait">{t.batch.papersLacking(lacking.length)}</Tag>}
    </>
  );
}

type Props = {
  s: Snapshot;
  filter: Filter;
  people: Placement[];
  villageOf: (workerId: string) => string;
  seesHealth: boolean;
};

/** The people of a batch, filterable by what they still lack. */
export function People({ s, filter, people, villageOf, seesHealth }: Props) {
  const { t } = useReader();
  const shown = people.filter((p) => inFilter(s, p, filter));
  return (
    <section class="card" id="people">
      <h2>{t.batch.people}</h2>
      <nav class="chips" aria-label={t.batch.filter}>
        {FILTERS.map((each) => {
          const count = people.filter((p) => inFilter(s, p, each)).length;
          return (
            <a
              class="btn"
              href={`${paths.batchFiltered(s.id, each)}#people`}
              {...(each === filter ? { 'aria-current': 'true' as const } : {})}
            >
              {t.batch.filters[each]} {count}
            </a>
          );
        })}
      </nav>
      {shown.length === 0 ? (
        <Empty>
          {filter === 'lacking' && openPlaces(s) === 0 ? t.batch.nobodyLacks : t.batch.nobody}
        </Empty>
      ) : (
        <ul class="people">
          {shown.map((p) => (
            <li>
              <a href={paths.placement(p.id)}>
                <span class="name">{p.name}</span>
                <span class="tags">
                  <Tag>{villageOf(p.workerId)}</Tag>
                  <StateTag s={s} p={p} seesHealth={seesHealth} />
                  {p.custody.length > 0 && <Tag look="wait">{t.batch.lent(p.custody.length)}</Tag>}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
