import { eq, sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { accountNames } from '../access/account.queries.ts';
import { record } from '../access/audit.queries.ts';
import { revealsOf } from '../access/audit-people.queries.ts';
import { linksMadeFor } from '../access/link.queries.ts';
import { open } from '../access/session.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../http/forms.ts';
import { done, reader, visitorPage, wordsOf } from '../http/page.tsx';
import { sendFile } from '../http/show.ts';
import { newId } from '../ids.ts';
import { paths } from '../paths.ts';
import { stationOf, stationQuery } from '../settings/station.queries.ts';
import { OwnDataBody } from '../../views/registry/own-data.tsx';
import { personCopy } from '../../views/registry/person-copy.ts';
import { WishBody } from '../../views/registry/wish.tsx';
import { readCopy } from './person-copy.queries.ts';
import { insertCorrection } from '../registry/correction.queries.ts';
import { wishForm } from '../registry/registry.forms.ts';
import { entriesOf } from '../registry/entries.queries.ts';
import * as registry from '../registry/registry.queries.ts';
import { CORRECTABLE } from '../registry/correction.ts';
import { worker } from '../registry/registry.tables.ts';
import { dataConsent } from '../registry/person-facts.tables.ts';
import { companionNames, wishFrom } from '../registry/wish.ts';
import { companionsNamed, namesOf, saveWish } from '../registry/wish.queries.ts';
import { updateWorker } from '../registry/worker-rows.queries.ts';
import { z } from 'zod';
import { readByLink } from '../access/link-visit.queries.ts';
import { choice, words } from '../http/fields.ts';

/**
 * What the station keeps of a worker, on their own link: to see, have put right, take along, and no
 * longer agree to.
 */
export const ownDataRoutes = new Hono<AppEnv>();

async function load(c: C) {
  const { orm } = c.var.db;
  const id = sql`(select subject_id from link where id = ${c.req.param('link') ?? ''})`;
  const { rows } = await readByLink(c, 'worker', {
    station: stationQuery(orm),
    person: orm.select().from(worker).where(eq(worker.id, id)),
    certificates: registry.certificatesOf(orm, id),
    consents: registry.dataConsentsOf(orm, id),
    corrections: registry.correctionsOf(orm, id),
    reveals: revealsOf(orm, entriesOf(id), 20),
    accounts: accountNames(orm),
    areas: registry.villages(orm),
    companions: namesOf(orm, id),
    made: linksMadeFor(orm, id),
  });
  const { station, certificates, consents, corrections, reveals } = rows;
  const { accounts, areas, companions, made } = rows;
  const [row] = rows.person;
  if (!row || row.erasedAt !== null) throw notFound();
  const { idNumberCipher: _c, idNumberIndex: _i, ...person } = row;
  const nameOf = new Map(accounts.map((each) => [`account:${each.id}`, each.name]));
  return {
    link: c.req.param('link') ?? '',
    station: stationOf(station),
    person,
    village: areas.find((area) => area.id === row.villageId)?.name ?? '',
    certificates,
    consents,
    corrections,
    links: made.map(({ issuedBy, ...each }) => ({
      ...each,
      by: nameOf.get(`account:${issuedBy}`) ?? '',
    })),
    reveals: reveals.map(({ at, actor, detail }) => ({
      at,
      by: nameOf.get(actor) ?? '',
      reason: typeof detail['reason'] === 'string' ? detail['reason'] : '',
    })),
    companions: companions.map(({ name }) => name),
  };
}

type Loaded = Awaited<ReturnType<typeof load>>;
type Typed = { values: FormValues; errors: FormErrors };
const untyped: Typed = { values: {}, errors: {} };

function show(c: C, { station, ...own }: Loaded, typed = untyped, status?: 422) {
  return visitorPage(
    c,
    { title: wordsOf(c).ownData.title, ...station, witness: paths.worker(own.person.id) },
    <OwnDataBody {...own} typed={typed} wasSent={c.req.query('sent') !== undefined} />,
    status,
  );
}

ownDataRoutes.get('/w/:link/data', open, async (c) => show(c, await load(c)));

const correctionForm = z.object({ field: choice(CORRECTABLE), wanted: words(120) });

/** A correction is a request: the station looks at it, and answers. */
ownDataRoutes.post('/w/:link/corrections', open, async (c) => {
  const form = await readForm(c, correctionForm);
  const own = await load(c);
  if (!form.ok) return show(c, own, form, 422);
  const { db, now } = c.var;
  const { id, villageId } = own.person;
  const row = {
    id: newId(now),
    workerId: id,
    villageId,
    ...form.value,
    at: now,
    state: 'open' as const,
  };
  await record(
    db,
    { key: form.key, at: now, actor: `link:${own.link}`, action: 'own.correct', subject: id },
    [insertCorrection(db.orm, row)],
  );
  return done(c, `${paths.workerData(own.link)}?sent`);
});

/** Agreeing, or no longer agreeing, to the use of one's data: one tap either way (PIPL art. 15). */
ownDataRoutes.post('/w/:link/data-consent', open, async (c) => {
  const form = await readForm(c, z.object({ agrees: z.string().optional() }));
  const own = await load(c);
  const { db, now } = c.var;
  const { id } = own.person;
  const given = form.ok && form.value.agrees === 'yes';
  const actor = `link:${own.link}`;
  const action = given ? 'data_consent.give' : 'data_consent.withdraw';
  await record(db, { key: form.key, at: now, actor, action, subject: id }, [
    db.orm.insert(dataConsent).values({ id: newId(now), workerId: id, given, at: now, actor }),
    updateWorker(db.orm, id, { dataConsentAt: given ? now : null }),
  ]);
  return done(c, paths.workerData(own.link));
});

/** All of it as a plain text that any phone opens (PIPL art. 45). */
ownDataRoutes.post('/w/:link/download', open, async (c) => {
  const form = await readForm(c, z.object({}));
  const own = await load(c);
  const { db, now } = c.var;
  const line = {
    key: form.key,
    at: now,
    actor: `link:${own.link}`,
    action: 'own.download',
    subject: own.person.id,
  };
  await record(db, line, []);
  const copy = await readCopy(db, own.person.id, { at: now, seesHealth: true });
  if (!copy) throw notFound();
  return sendFile(
    c,
    `${wordsOf(c).ownData.title}.txt`,
    'text/plain; charset=utf-8',
    personCopy(reader(c), copy),
  );
});

function wishPage(c: C, own: Loaded, typed = untyped, status?: 422) {
  return visitorPage(
    c,
    { title: wordsOf(c).wish.title, ...own.station, witness: paths.wish(own.person.id) },
    <WishBody
      to={paths.workerWish(own.link)}
      worker={own.person}
      companions={own.companions}
      typed={typed}
    />,
    status,
  );
}

ownDataRoutes.get('/w/:link/wish', open, async (c) => wishPage(c, await load(c)));

ownDataRoutes.post('/w/:link/wish', open, async (c) => {
  const form = await readForm(c, wishForm);
  const own = await load(c);
  if (!form.ok) return wishPage(c, own, form, 422);
  const { db, now } = c.var;
  const { id } = own.person;
  const names = companionNames(form.value.companions);
  const [known] =
    names.length > 0 ? await db.batch([companionsNamed(db.orm, names, own.person, true)]) : [[]];
  const wish = wishFrom(form.value, known);
  if ('unknown' in wish)
    return wishPage(c, own, { ...form, errors: { companions: 'companion_not_near' } }, 422);
  const actor = `link:${own.link}`;
  const { availability } = form.value;
  await record(
    db,
    { key: form.key, at: now, actor, action: 'own.wish', subject: id },
    saveWish(db.orm, { workerId: id, availability, wish, at: now, actor }),
  );
  return done(c, paths.workerLink(own.link));
});
