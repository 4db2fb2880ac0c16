import { paths } from '../../src/paths.ts';
import { Card, Empty, More, Tag } from '../components/parts.tsx';
import { named, useReader } from '../i18n/reader.ts';

export type Employer = {
  id: string;
  name: string;
  creditCode: string;
  province: string;
  city: string;
  contactName: string;
  contactPhone: string;
};

export function EmployerListBody({
  employers,
  more,
  mayWrite,
}: {
  employers: Employer[];
  more: string | null;
  mayWrite: boolean;
}) {
  const { t } = useReader();
  return (
    <>
      {mayWrite && (
        <a class="btn primary wide" href={paths.newEmployer}>
          {t.employers.add}
        </a>
      )}
      <Card>
        {employers.length === 0 ? (
          <Empty>{t.employers.none}</Empty>
        ) : (
          <ul class="people">
            {employers.map((e) => (
              <li>
                <a href={paths.employer(e.id)}>
                  <span class="name">{e.name}</span>
                  <span class="tags">
                    <Tag>{`${named(t.codes.province, e.province)} ${e.city}`}</Tag>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
        <More href={more} />
      </Card>
    </>
  );
}
