import { openPlaces } from '../../src/pipeline/batch/equation.ts';
import { awaited } from '../../src/pipeline/recruitment/reserve.ts';
import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { Card, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Proposals } from './proposals.tsx';
import { Together } from './together.tsx';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { ReserveOffers } from './reserve-offers.tsx';
import { RecruitmentSteps } from './recruitment-steps.tsx';
import type { RecruitmentProps } from './recruitment-view.ts';

function PersonLine({ p }: { p: Placement }) {
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
}

function InState({
  some,
  state,
  s,
  alive,
}: Pick<RecruitmentProps, 's'> & {
  some: Placement[];
  state: 'selected' | 'reoffered' | 'consented' | 'offered' | 'registered' | 'reserve';
  alive: boolean;
}) {
  const { t } = useReader();
  return (
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
  );
}

/** Who is on the list and how far each has come; below, whom the registry proposes and why. */
export function RecruitmentBody(props: RecruitmentProps) {
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
          {s.headcount > 0
            ? t.recruitment.places(s.headcount, s.headcount - open, open)
            : t.batch.waitForEmployer}
        </p>
      </section>
      <RecruitmentSteps
        alive={alive}
        registered={registered}
        s={s}
        consented={consented}
        open={open}
      />
      {mayWrite && s.status === 'open' && waiting > 0 && (
        <a class="btn wide" href={paths.workerLinks(s.id)}>
          {t.recruitment.forwardAll(waiting)}
        </a>
      )}
      {mayWitness && s.status === 'open' && <Together s={s} people={here} terms={terms} />}
      {(['selected', 'reoffered', 'consented', 'offered', 'registered', 'reserve'] as const).map(
        (state) => {
          const some = inState(state).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
          return some.length > 0 && <InState some={some} state={state} s={s} alive={alive} />;
        },
      )}
      {alive && (
        <Card title={t.recruitment.proposals}>
          <p class="sub">{t.recruitment.proposalsWhy}</p>
          <Proposals {...props} />
        </Card>
      )}
      {alive && open > s.unfilledAccepted && s.headcount > 0 && (
        <details class="card" open={useIsRefused(paths.unfilled(s.id))}>
          <summary>{t.recruitment.goWithFewer}</summary>
          <Form to={paths.unfilled(s.id)}>
            <Field name="reason" label={t.batch.reason} hint={t.recruitment.fewerHint} />
            <button class="btn wide">{t.recruitment.fewerButton(open)}</button>
          </Form>
        </details>
      )}
    </>
  );
}
