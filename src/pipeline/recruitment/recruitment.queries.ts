import { desc, eq } from 'drizzle-orm';
import type { Orm, Query } from '../../db/client.ts';
import { consent } from './recruitment.tables.ts';

export const insertConsent = (orm: Orm, row: typeof consent.$inferInsert): Query => orm.insert(consent).values(row);

export const consentsOf = (orm: Orm, placementId: string) =>
  orm.select().from(consent).where(eq(consent.placementId, placementId)).orderBy(desc(consent.id)).limit(5);
