import { departureDay, type Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { isAsked } from '../../src/pipeline/recruitment/consent.ts';
import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { dayOf } from '../../src/clock.ts';
import { type Escorts, OwnJourneyCard } from '../travel/own-journey.tsx';
import type { LegLine } from '../travel/plan/legs.tsx';
import type { OwnJourney } from '../../src/pipeline/travel/plan/own-journey.ts';
import { OwnCard } from '../travel/own-card.tsx';
import { paths } from '../../src/paths.ts';
import { Card, Notice } from '../components/parts.tsx';
import { TermsFacts } from '../demand/terms.tsx';
import { OwnLoans, type OwnLoan } from '../documents/own-loans.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { VacantPlace } from './vacant-place.tsx';
import { type Placement, travels } from '../../src/pipeline/batch/placement.ts';
import type { Mark } from '../../src/pipeline/recruitment/match-reason.ts';
import { Action } from '../components/action.tsx';
import { OwnContractCard, type OwnContract } from '../documents/own-contract.tsx';
import { Journey, TakingBack, Report } from './worker-standing.tsx';
import { type NewestConsent, Witnessed } from './witnessed.tsx';
import { Rating } from './rating.tsx';
import { Always } from './always.tsx';
import { TermsAloud } from '../demand/read-aloud.tsx';
import { FitToday } from '../documents/fit-today.tsx';

type Props = {
  link: string;
  name: string;
  s: Snapshot | null;
  p: Placement | null;
  terms: Terms | null;
  /** The newest consent; one that an officer witnessed can be contradicted here. */
  consent: NewestConsent;
  mark: Mark | null;
  loans: OwnLoan[];
  /** The digits on their card; null while they are not on their way. */
  card: string | null;
  /** Whom to call, as the station wrote it. */
  contact: string;
  contract: OwnContract;
  journey: OwnJourney<LegLine> | null;
  escorts: Escorts;
  /** When they last asked to be called, within a day. */
  askedAt: number | null;
  /** Whether the station was just told that they want to be called. */
  wasAsked: boolean;
  error: string | null;
};

type AskProps = { link: string; s: Snapshot; terms: Terms; contact: string; again: boolean };

function Ask({ link, s, terms, contact, again }: AskProps) {
  const reader = useReader();
  const w = reader.t.workerLink;
  return (
    <Card title={again ? w.changedTitle : w.askTitle}>
      {!again && !reader.readsOnly && (
        <div hx-post={paths.sight(link)} hx-trigger="load delay:2s" hx-swap="none" />
      )}
      <p class="big">{terms.employer}</p>
      <TermsAloud terms={terms} contact={contact} answers />
      <TermsFacts terms={terms} large />
      <p class="notice ok">{reader.t.terms.freeOfCharge}</p>
      <div class="answers">
        <Action
          to={paths.workerConsent(link)}
          label={w.yes}
          look="primary"
          fields={{ hash: s.order.termsHash }}
          wide
        />
        <Action to={paths.workerWithdrawal(link)} label={w.no} wide />
      </div>
    </Card>
  );
}

function TermsFold({
  asked,
  terms,
  contact,
  link,
}: Pick<Props, 'contact' | 'link'> & { asked: boolean; terms: Terms }) {
  const { t } = useReader();
  const w = t.workerLink;
  if (asked) return null;
  return (
    <details class="card">
      <summary>{w.theTerms}</summary>
      <TermsAloud terms={terms} contact={contact} />
      <TermsFacts terms={terms} large />
      <a class="btn wide" href={paths.workerTerms(link)}>
        {w.print}
      </a>
    </details>
  );
}

function ChangedMind({
  p,
  asked,
  s,
  link,
}: {
  p: Placement;
  asked: boolean;
  s: Snapshot;
  link: string;
}) {
  const { t, readsOnly } = useReader();
  const w = t.workerLink;
  if (!(p.active && !asked && !readsOnly && s.status === 'open')) return null;
  return (
    <details class="card">
      <summary>{w.changedMind}</summary>
      <p class="sub">{w.withdrawWhy}</p>
      <Action to={paths.workerWithdrawal(link)} label={w.withdraw} look="primary" wide />
    </details>
  );
}

/**
 * A worker's own page: few words, large type, the terms read aloud; yes, no, and out again in one
 * tap each.
 */
export function WorkerLinkBody(props: Props) {
  const { link, s, p, terms, contact } = props;
  const { t, now } = useReader();
  const w = t.workerLink;
  const asked = s !== null && p !== null && isAsked(s, p);
  return (
    <>
      <section>
        <h1>{w.hello(props.name)}</h1>
      </section>
      {props.error && <Notice look="bad">{named(t.errors, props.error)}</Notice>}
      {!s || !p || !terms ? (
        <Card>
          <p>{w.nothing}</p>
        </Card>
      ) : (
        <>
          <VacantPlace link={link} p={p} />
          <OwnCard code={props.card} />
          <FitToday link={link} s={s} p={p} isDay={dayOf(now) >= departureDay(s)} />
          {asked ? (
            <Ask
              link={link}
              s={s}
              terms={terms}
              contact={contact}
              again={p.recruitment !== 'offered'}
            />
          ) : (
            <Journey s={s} p={p} terms={terms} />
          )}
          <TakingBack link={link} s={s} p={p} />
          {travels(p) && s.arrivedAt === null && p.heldPlace && (
            <OwnJourneyCard journey={props.journey} escorts={props.escorts} />
          )}
          <TermsFold asked={asked} terms={terms} contact={contact} link={link} />
          <ChangedMind p={p} asked={asked} s={s} link={link} />
          <OwnContractCard link={link} p={p} contract={props.contract} terms={terms} />
          <OwnLoans link={link} loans={props.loans} />
          <Witnessed link={link} s={s} p={p} consent={props.consent} />
          <Rating link={link} p={p} mark={props.mark} />
          <Report link={link} />
        </>
      )}
      <Always link={link} p={p} wasAsked={props.wasAsked} askedAt={props.askedAt} />
    </>
  );
}
