import { openPlaces } from '../../src/pipeline/batch/equation.ts';
import { isAsked } from '../../src/pipeline/recruitment/consent.ts';
import { paths } from '../../src/paths.ts';
import { Choice, Field, Form, FormKey, options, useIsRefused } from '../components/form.tsx';
import { Card } from '../components/parts.tsx';
import { TermsFacts } from '../demand/terms.tsx';
import { MannerButtons } from '../recruitment/manner-buttons.tsx';
import { useReader } from '../i18n/reader.ts';
import { RELEASE_REASONS } from '../../src/pipeline/recruitment/recruitment-state.ts';
import type { PlacementView } from './placement-view.ts';
import { Action } from '../components/action.tsx';

export function Consent({ s, p, terms, rights }: PlacementView) {
  const { t } = useReader();
  if (!isAsked(s, p) || !rights.witness) return null;
  return (
    <Card title={t.recruitment.consentTitle}>
      <p class="sub">{t.recruitment.consentWhy}</p>
      <TermsFacts terms={terms} />
      <form method="post" action={paths.consent(p.id)}>
        <FormKey />
        <p>{t.recruitment.witnessButton(p.name)}</p>
        <MannerButtons hash={s.order.termsHash} />
      </form>
    </Card>
  );
}

export function NextStep({ s, p, rights }: PlacementView) {
  const { t, time } = useReader();
  if (!rights.station || p.exit !== null || s.departedAt !== null) return null;
  const open = openPlaces(s) > 0;
  if (p.recruitment === 'consented')
    return (
      <div class="stack">
        {open && (
          <Action to={paths.selection(p.id)} label={t.recruitment.select} look="primary" wide />
        )}
        <Action
          to={paths.reserve(p.id)}
          label={t.recruitment.reserve}
          look={open ? 'plain' : 'primary'}
          wide
        />
      </div>
    );
  if (p.recruitment === 'reserve')
    return (
      <Card title={t.recruitment.reserveOffers}>
        {p.placeOffer === 'open' && p.placeOfferUntil !== null ? (
          <p class="notice wait">{t.recruitment.askedUntil(time(p.placeOfferUntil))}</p>
        ) : (
          p.placeOffer && <p>{t.recruitment.placeOffer[p.placeOffer]}</p>
        )}
        {open && (
          <Action to={paths.promotion(p.id)} label={t.recruitment.promote} look="primary" wide />
        )}
        {(p.placeOffer === 'lapsed' || p.placeOffer === 'refused') && (
          <Action to={paths.reserveAsking(p.id)} label={t.recruitment.askAgain} wide />
        )}
        <details open={useIsRefused(paths.reserveRank(p.id))}>
          <summary>{t.recruitment.rerank}</summary>
          <Form to={paths.reserveRank(p.id)}>
            <Field
              name="rank"
              label={t.recruitment.rerankTo}
              value={p.rank ?? 1}
              inputmode="numeric"
            />
            <Field name="reason" label={t.batch.reason} />
            <button class="btn wide">{t.save}</button>
          </Form>
        </details>
      </Card>
    );
  return null;
}

/** Somebody who was missing has been found: at the post after all, or gone their own way. */
export function Found({ p, rights }: PlacementView) {
  const { t } = useReader();
  if (p.travel !== 'missing' || !rights.station) return null;
  return (
    <Card title={t.rollCall.found}>
      <Action
        to={paths.checkIn(p.id)}
        label={t.rollCall.foundAtPost}
        look="primary"
        fields={{ outcome: 'arrived' }}
        wide
      />
      <Action
        to={paths.checkIn(p.id)}
        label={t.codes.travel.left_en_route}
        fields={{ outcome: 'left_en_route' }}
        wide
      />
    </Card>
  );
}

export function Leaving({ s, p, rights }: PlacementView) {
  const { t } = useReader();
  if (p.exit !== null || !p.active) return null;
  return (
    <details class="card" open={useIsRefused(paths.release(p.id))}>
      <summary>{t.recruitment.leaving}</summary>
      <p class="sub">{t.recruitment.withdrawWhy}</p>
      {rights.withdraw && (
        <Action to={paths.withdrawal(p.id)} label={t.recruitment.withdraw(p.name)} wide />
      )}
      {rights.station && s.departedAt === null && (
        <Form to={paths.release(p.id)}>
          <Choice
            name="reason"
            label={t.batch.reason}
            options={options(t.codes.releaseReason, RELEASE_REASONS)}
          />
          <button class="btn wide">{t.recruitment.release}</button>
        </Form>
      )}
    </details>
  );
}
