/** Seeds the demo town into an empty database. The same seed makes the same town. */
import { hashPassword } from '../../src/access/password.ts';
import { addDays, DAY, dayOf } from '../../src/clock.ts';
import { newId } from '../../src/ids.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import type { WorkerRow } from '../../src/registry/worker-rows.queries.ts';
import { playBatches } from './batches/batches.ts';
import { hide, holdSecret } from '../../src/access/hidden-text.ts';
import { insertMany } from './bulk.ts';
import { townspeople } from './people.ts';
import { randomFrom } from './random.ts';
import {
  ACCOUNTS,
  AGENCIES,
  CLINICS,
  CONTACT,
  DEMO_PASSWORD,
  employers,
  TOWN,
  VILLAGES,
} from './town.ts';

/** Takes people for a batch from the register: of age, wanting to go or at home, each once. */
function taker(workers: WorkerRow[], today: string) {
  const free = workers.filter(
    (w) =>
      (w.availability === 'wants' || w.availability === 'home') &&
      w.bornOn < addDays(today, -18 * 366) &&
      w.bornOn > addDays(today, -50 * 365),
  );
  return (count: number, trade: TradeCode): WorkerRow[] => {
    const chosen = [
      ...free.filter((w) => w.trade === trade),
      ...free.filter((w) => w.trade !== trade),
    ].slice(0, count);
    for (const w of chosen) free.splice(free.indexOf(w), 1);
    return chosen;
  };
}

export async function seedDemo(
  db: D1Database,
  secret: string,
  now: number,
  people?: number,
): Promise<void> {
  holdSecret(secret);
  const random = randomFrom(20_270_306);
  const today = dayOf(now);
  const villages = VILLAGES.map((name) => ({
    id: newId(now),
    kind: 'village',
    name,
    parentId: null,
  }));
  await insertMany(db, 'area', villages);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const accounts = ACCOUNTS.map(({ name, role, phone, village }) => ({
    id: newId(now),
    phone,
    name,
    role,
    villageId: villages.find((v) => v.name === village)?.id ?? null,
    passwordHash,
    suspendedAt: null,
    createdAt: now,
  }));
  await insertMany(db, 'account', accounts);
  await insertMany(db, 'setting', [
    { name: 'town', value: JSON.stringify(TOWN) },
    { name: 'contact', value: JSON.stringify(CONTACT) },
  ]);
  const firms = employers(random).map((firm) => ({ id: newId(now), ...firm, createdAt: now }));
  await insertMany(db, 'employer', firms);
  const clinics = CLINICS.map((clinic) => ({ id: newId(now), ...clinic }));
  await insertMany(db, 'clinic', clinics);
  await insertMany(
    db,
    'agency',
    AGENCIES.map(({ licenceExpiresInDays, ...agency }) => ({
      id: newId(now),
      ...agency,
      licenceExpiresOn: addDays(today, licenceExpiresInDays),
    })),
  );
  const { workers, certificates, likenesses } = await townspeople(
    random,
    secret,
    villages.map((v) => v.id),
    now,
    people,
  );
  await insertMany(
    db,
    'worker',
    workers.map((row) => ({ ...row, sex: hide(row.sex), idNumberLast4: hide(row.idNumberLast4) })),
  );
  await insertMany(db, 'certificate', certificates);
  await insertMany(db, 'likeness', likenesses);
  const coordinatorId = accounts.find((a) => a.role === 'coordinator')!.id;
  await playBatches({
    db,
    secret,
    now,
    coordinatorId,
    employers: firms,
    clinicIds: clinics.map((c) => c.id),
    take: taker(workers, today),
  });
  await db
    .prepare('update notice set read_at = created_at where created_at < ?')
    .bind(now - 4 * DAY)
    .run();
}
