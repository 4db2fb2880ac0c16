import { paths } from '../../src/paths.ts';
import { Call, Card, Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { OrderProps } from './order-view.ts';

export function OrderContact({ order, employer }: Pick<OrderProps, 'order' | 'employer'>) {
  const { t } = useReader();
  return (
    <Card title={t.employers.contact}>
      <Facts
        rows={[
          [t.employers.contactName, order.contactName],
          [t.employers.contactPhone, order.contactPhone],
        ]}
      />
      <div class="row">
        <Call phone={order.contactPhone} name={order.contactName} />
        <a class="btn" href={paths.employer(employer.id)}>
          {t.employers.one}
        </a>
      </div>
    </Card>
  );
}
