import { openPlaces } from '../../src/pipeline/batch/equation.ts';
import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { PlacementView } from './placement-view.ts';
import { Action } from '../components/action.tsx';

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
