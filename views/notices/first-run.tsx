import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { SET_UP_STEPS, type SetUp } from './today-view.ts';

const WHERE: Record<(typeof SET_UP_STEPS)[number], string> = {
  station: `${paths.settings}#station`,
  villages: `${paths.settings}#areas`,
  accounts: `${paths.settings}#accounts`,
  clinics: `${paths.settings}#clinics`,
  people: paths.workerImport,
  employers: paths.newEmployer,
  orders: paths.newOrder,
};

/** What only the administrator can enter. */
const OF_ADMIN: ReadonlySet<keyof SetUp> = new Set(['station', 'villages', 'accounts', 'clinics']);

/** What a new station does first, one after the other, until its first order is there. */
export function FirstRun({ setUp, isAdmin }: { setUp: SetUp; isAdmin: boolean }) {
  const { t } = useReader();
  const isMine = (step: keyof SetUp) => isAdmin || !OF_ADMIN.has(step);
  const next = SET_UP_STEPS.find((step) => setUp[step] === 0 && isMine(step));
  return (
    <Card title={t.today.firstRun}>
      <ol class="todo-list">
        {SET_UP_STEPS.map((step, i) => (
          <li>
            <div>
              <p>
                {setUp[step] === 1
                  ? `✓ ${t.today.setUp[step]}`
                  : `${i + 1}. ${t.today.setUp[step]}`}
              </p>
              {setUp[step] === 0 && !isMine(step) && <p class="why">{t.today.byAdmin}</p>}
            </div>
            {setUp[step] === 0 && isMine(step) && (
              <a class={step === next ? 'btn primary' : 'btn'} href={WHERE[step]}>
                {t.today.see}
              </a>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
