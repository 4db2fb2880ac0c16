import { FieldProblem, saves } from './settings-page.tsx';
import { and, eq, sql } from 'drizzle-orm';
import { may } from '../access/session.ts';
import type { C, AppEnv } from '../http/app-context.ts';
import { newId } from '../ids.ts';
import { paths } from '../paths.ts';
import { agencyForm, areaForm, clinicForm, distancesForm } from '../registry/registry.forms.ts';
import { agency, area, clinic } from '../registry/registry.tables.ts';
import { Hono } from 'hono';

export const placeRoutes = new Hono<AppEnv>();

/** Throws where a clinic or an agency of this name is there already. */
async function refuseKnownName(
  c: C,
  table: typeof clinic | typeof agency,
  name: string,
): Promise<void> {
  const { db } = c.var;
  const [known] = await db.batch([
    db.orm.select({ id: table.id }).from(table).where(eq(table.name, name)).limit(1),
  ]);
  if (known.length > 0) throw new FieldProblem('name', 'name_known');
}

placeRoutes.post(
  paths.areas,
  may('settings.write'),
  saves(
    'areas',
    areaForm,
    'area.add',
    async (c, value, now) => {
      const { db } = c.var;
      const same = and(eq(area.kind, 'village'), eq(area.name, value.name));
      const [known] = await db.batch([
        db.orm.select({ id: area.id }).from(area).where(same).limit(1),
      ]);
      if (known.length > 0) throw new FieldProblem('name', 'village_known');
      return [
        db.orm
          .insert(area)
          .values({ id: newId(now), kind: 'village', name: value.name, parentId: null }),
      ];
    },
    { detail: ({ name }) => ({ name }) },
  ),
);

placeRoutes.post(
  paths.areaDistances,
  may('settings.write'),
  saves('areas', distancesForm, 'area.distances', (c, value) =>
    // Only what differs is written: every batch shows its villages, and is read anew when one of
    // them changes.
    value.map(({ id, minutes }) =>
      c.var.db.orm
        .update(area)
        .set({ minutesToBus: minutes })
        .where(and(eq(area.id, id), sql`${area.minutesToBus} is not ${minutes}`)),
    ),
  ),
);

placeRoutes.post(
  paths.agencies,
  may('settings.write'),
  saves(
    'agencies',
    agencyForm,
    'agency.add',
    async (c, value, now) => {
      const { db } = c.var;
      await refuseKnownName(c, agency, value.name);
      return [db.orm.insert(agency).values({ id: newId(now), ...value })];
    },
    { detail: ({ name }) => ({ name }) },
  ),
);

placeRoutes.post(
  paths.clinics,
  may('settings.write'),
  saves(
    'clinics',
    clinicForm,
    'clinic.add',
    async (c, value, now) => {
      const { db } = c.var;
      await refuseKnownName(c, clinic, value.name);
      const { name, phone, address, price } = value;
      return [
        db.orm
          .insert(clinic)
          .values({ id: newId(now), name, phone, address, priceFen: price ?? 0 }),
      ];
    },
    { detail: ({ name }) => ({ name }) },
  ),
);
