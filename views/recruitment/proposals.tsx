import { ageOn } from '../../src/clock.ts';
import { openPlaces } from '../../src/pipeline/batch/equation.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { Match } from '../../src/pipeline/recruitment/matching.ts';
import { paths } from '../../src/paths.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import { Form } from '../components/form.tsx';
import { Empty, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { MatchTags } from './match-tags.tsx';
import { Tick } from '../components/tick.tsx';

export type Proposal = {
  person: { id: string; name: string; bornOn: string; villageId: string; trade: TradeCode };
  match: Match;
  /** Names of those whom they want to travel with and who are near. */
  companions: string[];
};
type Props = {
  s: Snapshot;
  /** Null where nobody was looked for, because every place is taken. */
  proposals: Proposal[] | null;
  villages: { id: string; name: string }[];
};

/** Whom the register proposes and why, to be ticked; or the first so many at once. */
export function Proposals({ s, proposals, villages }: Props) {
  const { t } = useReader();
  if (proposals === null)
    return (
      <a class="btn wide" href={`${paths.recruitment(s.id)}?propose`}>
        {t.recruitment.lookForMore}
      </a>
    );
  const village = new Map(villages.map((v) => [v.id, v.name]));
  if (proposals.length === 0) return <Empty>{t.recruitment.noProposal}</Empty>;
  const coming = s.placements.filter((p) => p.exit === null && !p.heldPlace).length;
  // A few more than there are places, because not everybody who is asked will go.
  const wanted = Math.max(0, Math.ceil(openPlaces(s) * 1.15) - coming);
  const first = proposals
    .filter(({ match }) => match.obstacles.length === 0)
    .slice(0, wanted)
    .map(({ person }) => person.id);
  return (
    <Form to={paths.placements(s.id)}>
      <ul class="people ticks">
        {proposals.map(({ person, match, companions }) => (
          <li>
            <Tick
              name="people"
              value={person.id}
              label={
                <>
                  <span class="name">{person.name}</span>
                  <span class="tags">
                    <Tag>{village.get(person.villageId)}</Tag>
                    <Tag>{t.age(ageOn(person.bornOn, s.departsOn))}</Tag>
                    <MatchTags match={match} companions={companions} />
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
      <button class="btn primary wide">{t.recruitment.add}</button>
      {first.length > 1 && (
        <>
          <button class="btn wide" name="people" value={first.join(',')}>
            {t.recruitment.addFirst(first.length)}
          </button>
          <p class="hint">{t.recruitment.addFirstWhy}</p>
        </>
      )}
    </Form>
  );
}
