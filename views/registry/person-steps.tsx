import { paths } from '../../src/paths.ts';
import { hasWithdrawn } from '../../src/registry/data-consent.ts';
import { Call } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';
import type { WorkerPageProps } from './worker-page-view.ts';

export function PersonSteps({
  w,
  mayWrite,
  person,
}: Pick<WorkerPageProps, 'mayWrite' | 'person'> & { w: WorkerPageProps['person']['worker'] }) {
  const { t } = useReader();
  return (
    <div class="row">
      <Call phone={w.phone} name={w.name} />
      {mayWrite && (
        <a class="btn" href={paths.wish(w.id)}>
          {t.wish.ask}
        </a>
      )}
      {mayWrite && (
        <a class="btn" href={paths.workerEdit(w.id)}>
          {t.workers.edit}
        </a>
      )}
      {mayWrite && !hasWithdrawn(person.consents) && (
        <Action
          to={paths.dataConsent(w.id)}
          label={w.dataConsentAt ? t.workers.withdrawDataConsent : t.workers.giveDataConsent}
          fields={{ agrees: w.dataConsentAt ? '' : 'yes' }}
        />
      )}
    </div>
  );
}
