/** The station itself: its villages, its accounts, and whom it works with. */
import { hashPassword } from '../../src/access/password.ts';
import { addDays, dayOf } from '../../src/clock.ts';
import { newId } from '../../src/ids.ts';
import { insertMany } from './bulk.ts';
import type { Random } from './random.ts';
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

/**
 * Inserts villages, accounts and settings.
 * @returns the ids of the villages in their order, and of the coordinator
 */
export async function insertStation(
  db: D1Database,
  now: number,
): Promise<{ villageIds: string[]; coordinatorId: string }> {
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
  const villageIds = villages.map((v) => v.id);
  return { villageIds, coordinatorId: accounts.find((a) => a.role === 'coordinator')!.id };
}

/**
 * Inserts employers, clinics and agencies.
 * @returns the employers as they were inserted, and the ids of the clinics in their order
 */
export async function insertPartners(db: D1Database, random: Random, now: number) {
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
      licenceExpiresOn: addDays(dayOf(now), licenceExpiresInDays),
    })),
  );
  return { employers: firms, clinicIds: clinics.map((c) => c.id) };
}
