import { ageOn } from '../../src/clock.ts';
import { openPlaces } from '../../src/pipeline/batch/equation.ts';
import type { Placement, Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { awaited } from '../../src/pipeline/recruitment/reserve.ts';
import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import type { Match } from '../../src/pipeline/recruitment/matching.ts';
import { paths } from '../../src/paths.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import { Action, Field, FormKey, Tick } from '../components/form.tsx';
import { Card, Empty, Tag } from '../components/parts.tsx';
import { TermsFacts } from '../demand/terms.tsx';
import { useReader } from '../i18n/reader.ts';
import { MatchTags } from './match-tags.tsx';

export type Proposal = {
  person: { id: string; name: string; bornOn: string; villageId: string; trade: TradeCode };
  match: Match;
  /** Names of those whom they want to travel with and who are near. */
  companions: string[];
};
type Props = {
  s: Snapshot;
  people: Placement[];
  /** Null where nobody was looked for, because every place is taken. */
  proposals: Proposal[] | null;
  villages: { id: string; name: string }[];
  terms: Terms;
  mayWrite: boolean;
  mayWitness: boolean;
};

const Proposals = ({ s, proposals, villages }: Pick<Props, 's' | 'proposals' | 'villages'>) => {
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
    <form method="post" action={paths.placements(s.id)}>
      <FormKey />
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
    </form>
  );
};

const PersonLine = ({ p }: { p: Placement }) => {
  const { t, time } = useReader();
  return (
    <li>
      <a href={paths.placement(p.id)}>
        <span class="name">
          {p.rank !== null && `${p.rank}. `}
          {p.name}
        </span>
        <span class="tags">
          <Tag look={p.recruitment === 'consented' || p.recruitment === 'selected' ? 'ok' : 'wait'}>
            {t.codes.recruitment[p.recruitment]}
          </Tag>
          {p.recruitment === 'offered' && p.offerUntil !== null && (
            <Tag>{t.recruitment.answerBy(time(p.offerUntil))}</Tag>
          )}
          {p.placeOffer && (
            <Tag look={p.placeOffer === 'open' ? 'wait' : undefined}>
              {p.placeOffer === 'open' && p.placeOfferUntil !== null
                ? t.recruitment.askedUntil(time(p.placeOfferUntil))
                : t.recruitment.placeOffer[p.placeOffer]}
            </Tag>
          )}
        </span>
      </a>
    </li>
  );
};

/** How vacated places are offered to the reserves, and the switch that stops it. */
const ReserveOffers = ({ s, mayWrite }: { s: Snapshot; mayWrite: boolean }) => {
  const { t } = useReader();
  return (
    <>
      <p class="sub">{s.reserveStopped ? t.recruitment.offersStopped : t.recruitment.reserveWhy}</p>
      {mayWrite && (
        <Action
          to={paths.reserveOffers(s.id)}
          label={s.reserveStopped ? t.recruitment.resumeOffers : t.recruitment.stopOffers}
          fields={{ stopped: s.reserveStopped ? 'no' : 'yes' }}
        />
      )}
    </>
  );
};

/** One reading of the terms before several, and a tick for each who said yes. */
const Together = ({ s, people, terms }: { s: Snapshot; people: Placement[]; terms: Terms }) => {
  const { t } = useReader();
  const asked = people.filter((p) => p.recruitment === 'offered' || p.recruitment === 'reoffered');
  if (asked.length < 2) return null;
  return (
    <details class="card">
      <summary>{t.recruitment.together}</summary>
      <p class="sub">{t.recruitment.togetherWhy}</p>
      <TermsFacts terms={terms} />
      <form method="post" action={paths.consents(s.id)}>
        <FormKey />
        <input type="hidden" name="hash" value={s.order.termsHash} />
        <ul class="people ticks">
          {asked.map((p) => (
            <li>
              <Tick name="people" value={p.id} label={<span class="name">{p.name}</span>} />
            </li>
          ))}
        </ul>
        <div class="row">
          <button class="btn primary" name="manner" value="spoken">
            {t.codes.manner.spoken}
          </button>
          <button class="btn" name="manner" value="paper">
            {t.codes.manner.paper}
          </button>
        </div>
      </form>
    </details>
  );
};

/** Who is on the list and how far each has come; below, whom the registry proposes and why. */
export const RecruitmentBody = (props: Props) => {
  const { s, people, terms, mayWrite, mayWitness } = props;
  const { t } = useReader();
  const here = people.filter((p) => p.exit === null);
  const inState = (state: string) => here.filter((p) => p.recruitment === state);
  const open = openPlaces(s);
  const alive = mayWrite && s.status === 'open' && s.departedAt === null;
  const waiting = awaited(s).filter((p) => people.includes(p)).length;
  const [registered, consented] = [inState('registered'), inState('consented')];
  return (
    <>
      <section>
        <h1>{t.recruitment.title}</h1>
        <p class="sub">
          {s.headcount > 0 ? t.recruitment.places(s.headcount, s.headcount - open, open) : t.batch.waitForEmployer}
        </p>
      </section>
      {alive && (
        <div class="stack">
          {registered.length > 0 && s.order.state === 'confirmed' && (
            <Action to={paths.offers(s.id)} label={t.recruitment.offerAll(registered.length)} look="primary" wide />
          )}
          {waiting > 0 && (
            <a class="btn wide" href={paths.workerLinks(s.id)}>
              {t.recruitment.forwardAll(waiting)}
            </a>
          )}
          {consented.length > 0 && open > 0 && (
            <Action
              to={paths.selections(s.id)}
              label={t.recruitment.selectAll(Math.min(open, consented.length))}
              look={registered.length > 0 ? 'plain' : 'primary'}
              wide
            />
          )}
          {consented.length > 0 && open <= 0 && s.headcount > 0 && (
            <Action to={paths.reserves(s.id)} label={t.recruitment.reserveAll(consented.length)} look="primary" wide />
          )}
        </div>
      )}
      {mayWitness && s.departedAt === null && s.status === 'open' && <Together s={s} people={here} terms={terms} />}
      {(['selected', 'reoffered', 'consented', 'offered', 'registered', 'reserve'] as const).map((state) => {
        const some = inState(state).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
        return (
          some.length > 0 && (
            <details class="card" open={some.length < 12}>
              <summary>
                {t.codes.recruitment[state]} {some.length}
              </summary>
              {state === 'reserve' && <ReserveOffers s={s} mayWrite={alive} />}
              <ul class="people">
                {some.map((p) => (
                  <PersonLine p={p} />
                ))}
              </ul>
            </details>
          )
        );
      })}
      {alive && (
        <Card title={t.recruitment.proposals}>
          <p class="sub">{t.recruitment.proposalsWhy}</p>
          <Proposals {...props} />
        </Card>
      )}
      {alive && open > s.unfilledAccepted && s.headcount > 0 && (
        <details class="card">
          <summary>{t.recruitment.goWithFewer}</summary>
          <form method="post" action={paths.unfilled(s.id)}>
            <FormKey />
            <Field name="reason" label={t.batch.reason} hint={t.recruitment.fewerHint} />
            <button class="btn wide">{t.recruitment.fewerButton(open)}</button>
          </form>
        </details>
      )}
    </>
  );
};
