import { isAsked } from '../../src/pipeline/recruitment/consent.ts';
import { paths } from '../../src/paths.ts';
import { FormKey } from '../components/form.tsx';
import { Card } from '../components/parts.tsx';
import { TermsFacts } from '../demand/terms.tsx';
import { MannerButtons } from '../recruitment/manner-buttons.tsx';
import { useReader } from '../i18n/reader.ts';
import type { PlacementView } from './placement-view.ts';

export function Consent({ s, p, terms, rights, worker }: PlacementView) {
  const { t } = useReader();
  if (!isAsked(s, p) || !rights.witness) return null;
  return (
    <Card title={t.recruitment.consentTitle}>
      <p class="sub">{t.recruitment.callFirst(p.name)}</p>
      {worker.phone && (
        <a class="btn primary wide" href={`tel:${worker.phone}`}>
          {t.call(p.name)}
        </a>
      )}
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
