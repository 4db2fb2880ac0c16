import { Hono } from 'hono';
import { link } from '../../access/access.tables.ts';
import { insertLink, liveLinks, newLink } from '../../access/link.queries.ts';
import { may as roleMay } from '../../access/permissions.ts';
import { may } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { type FormErrors, type FormValues, readForm } from '../../http/forms.ts';
import { page, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { type TravelForm, TravelBody } from '../../../views/travel/travel-page.tsx';
import { act, answer } from '../batch/act.middleware.ts';
import { see } from '../batch/see.middleware.ts';
import { lacks } from '../gates.ts';
import { inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { lockManifest, unlockManifest } from './manifest.ts';
import { escortForm, legForm } from './travel.forms.ts';
import { escort } from './travel.tables.ts';
import * as travel from './travel.queries.ts';

export const travelRoutes = new Hono<AppEnv>();

type Problem = { form: TravelForm; values: FormValues; errors: FormErrors };

const travelPage = async (c: C, id: string, problem?: Problem) => {
  const { orm } = c.var.db;
  const {
    s,
    escorts,
    rows: [legs, handovers, links, employerLinks],
  } = await see(c, { batchId: id }, [
    travel.legsOf(orm, id),
    travel.handoversOf(orm, id),
    orm
      .select()
      .from(link)
      .where(inArray(link.subjectId, sql`(select id from escort where batch_id = ${id})`)),
    liveLinks(orm, sql`(select order_id from batch where id = ${id})`, c.var.now),
  ]);
  const liveLink = (subjectId: string) =>
    links.find((l) => l.subjectId === subjectId && l.revokedAt === null && l.expiresAt > c.var.now)?.id ?? null;
  return page(
    c,
    { title: wordsOf(c).travel.title, heading: wordsOf(c).batch.code(s.code), at: 'batches', back: paths.batch(id) },
    <TravelBody
      s={s}
      legs={legs}
      escorts={escorts.map((e) => ({ ...e, linkId: liveLink(e.id) }))}
      handover={handovers[0] ?? null}
      employerLink={employerLinks[0]?.id ?? null}
      lacking={lacks(s, 'documents')}
      mayWrite={roleMay(c.var.claims?.role ?? 'leader', 'batch.write')}
      {...(problem ? { problem } : {})}
    />,
    problem ? 422 : undefined,
  );
};

travelRoutes.get('/batches/:id/travel', may('batch.read'), (c) => travelPage(c, c.req.param('id')));

const isOpen = (s: { status: string; departedAt: number | null }) =>
  s.status !== 'open'
    ? ({ error: 'batch_ended' } as const)
    : s.departedAt !== null
      ? ({ error: 'already_departed' } as const)
      : null;

travelRoutes.post('/batches/:id/legs', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, legForm);
  if (!form.ok) return travelPage(c, id, { form: 'leg', values: form.values, errors: form.errors });
  const row = form.value;
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'leg.add',
    key: form.key,
    decide: (s) =>
      isOpen(s) ?? {
        entries: [{ kind: 'leg_added', detail: { from: row.fromPlace, to: row.toPlace, vehicle: row.vehicle } }],
      },
    facts: (s, _change, orm) => [travel.insertLeg(orm, { id: newId(c.var.now), batchId: id, position: s.seq, ...row })],
  });
  return answer(c, outcome, paths.travel(id));
});

/** An escort and the link with which their phone calls the roll. */
travelRoutes.post('/batches/:id/escorts', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, escortForm);
  if (!form.ok) return travelPage(c, id, { form: 'escort', values: form.values, errors: form.errors });
  const { now, claims } = c.var;
  const row = { id: newId(now), batchId: id, ...form.value };
  const fresh = await newLink(c.env.SECRET, {
    purpose: 'escort',
    subjectId: row.id,
    batchId: id,
    issuedBy: claims?.accountId ?? '',
    now,
  });
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'escort.add',
    key: form.key,
    decide: (s) => isOpen(s) ?? { entries: [{ kind: 'escort_added', detail: { escort: row.name } }] },
    facts: (_s, _change, orm) => [orm.insert(escort).values(row), insertLink(orm, fresh.row)],
  });
  return answer(c, outcome, paths.travel(id));
});

const lockForm = z.object({ unlock: z.string().optional() });

travelRoutes.post('/batches/:id/manifest', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, lockForm);
  const unlock = form.ok && form.value.unlock === 'yes';
  const outcome = await act(c, {
    on: { batchId: id },
    action: unlock ? 'manifest.unlock' : 'manifest.lock',
    key: form.key,
    decide: (s) => (unlock ? unlockManifest(s) : lockManifest(s, c.var.now)),
  });
  return answer(c, outcome, paths.travel(id));
});
