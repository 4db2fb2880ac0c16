import { Hono } from 'hono';
import { sql } from 'drizzle-orm';
import { may, ownVillage, read } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { page, problem, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { employerOfOrder } from '../../registry/registry.queries.ts';
import { TRADES } from '../../registry/trade.ts';
import { type Proposal, RecruitmentBody } from '../../../views/recruitment/recruitment-page.tsx';
import { act, answer } from '../batch/act.middleware.ts';
import { see } from '../batch/see.middleware.ts';
import { match } from './matching.ts';
import * as rules from './placement.ts';
import { chosenForm, placementForm } from './recruitment.forms.ts';
import * as recruitment from './recruitment.queries.ts';

export const recruitmentRoutes = new Hono<AppEnv>();

/** How many candidates are weighed, and how many of them are proposed. */
const WEIGHED = 120;
const PROPOSED = 30;

const withCertificates = async (c: C, people: Awaited<ReturnType<typeof recruitment.candidatesByIds>>) => {
  const groups = Array.from({ length: Math.ceil(people.length / 90) }, (_, i) => people.slice(i * 90, (i + 1) * 90));
  if (groups.length === 0) return [];
  const held = (
    await c.var.db.batch(
      groups.map((some) =>
        recruitment.certificatesOfMany(
          c.var.db.orm,
          some.map((p) => p.id),
        ),
      ),
    )
  ).flat();
  return people.map((person) => ({ ...person, certificates: held.filter((h) => h.workerId === person.id) }));
};

recruitmentRoutes.get('/batches/:id/recruitment', may('batch.read'), async (c) => {
  const { orm } = c.var.db;
  const id = c.req.param('id');
  const { s, order, workers, villages, rows } = await see(c, { batchId: id }, [
    employerOfOrder(orm, sql`(select order_id from batch where id = ${id})`),
  ]);
  const [[employer]] = rows;
  const writes = c.var.claims?.role === 'admin' || c.var.claims?.role === 'coordinator';
  let proposals: Proposal[] = [];
  if (writes && s.status === 'open' && s.departedAt === null) {
    const anyTrade = !order.certificateRequired && !TRADES[order.trade].licensed;
    const [known, willing] = await c.var.db.batch([
      recruitment.candidatesByTrade(orm, order.trade, WEIGHED),
      recruitment.candidatesWhoWant(orm, anyTrade ? WEIGHED : 0),
    ]);
    const unique = [...new Map([...known, ...willing].map((p) => [p.id, p])).values()];
    const post = { ...order, province: employer?.province ?? '' };
    proposals = (await withCertificates(c, unique))
      .map((person) => ({ person, match: match(person, post) }))
      .sort((a, b) => a.match.obstacles.length - b.match.obstacles.length || b.match.score - a.match.score)
      .slice(0, PROPOSED);
  }
  const own = ownVillage(c);
  const villageOf = new Map(workers.map((w) => [w.id, w.villageId]));
  return page(
    c,
    {
      title: wordsOf(c).recruitment.title,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.batch(id),
    },
    <RecruitmentBody
      s={s}
      people={own === null ? s.placements : s.placements.filter((p) => villageOf.get(p.workerId) === own)}
      proposals={proposals}
      villages={villages}
      mayWrite={writes}
    />,
  );
});

/** Puts people on a batch's list; who may not take the post by law, or lacks the certificate, is left out and named. */
const place = async (c: C, batchId: string, workerIds: string[], key: string, back: string) => {
  const { orm } = c.var.db;
  const { order, rows } = await see(c, { batchId }, [
    employerOfOrder(orm, sql`(select order_id from batch where id = ${batchId})`),
    recruitment.candidatesByIds(orm, workerIds.slice(0, 90)),
  ]);
  const [[employer], people] = rows;
  const post = { ...order, province: employer?.province ?? '' };
  const weighed = (await withCertificates(c, people)).map((person) => ({
    person,
    obstacles: match(person, post).obstacles,
  }));
  const refused = weighed.filter(({ obstacles }) => obstacles.length > 0);
  const names = refused.map(({ person }) => person.name);
  if (refused.length > 0) return problem(c, refused[0]?.obstacles[0] ?? 'nothing_chosen', back, 409, names);
  if (weighed.length === 0) return problem(c, 'nothing_chosen', back, 422);
  const added = weighed.map(({ person }) => ({ id: newId(c.var.now), workerId: person.id, name: person.name }));
  const outcome = await act(c, {
    on: { batchId },
    action: 'placement.register',
    key,
    decide: (s) => rules.register(s, added),
  });
  return answer(c, outcome, back);
};

recruitmentRoutes.post('/batches/:id/placements', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, chosenForm);
  if (form.ok) return place(c, id, form.value.people, form.key, paths.recruitment(id));
  await read(c, []);
  return problem(c, form.errors['people'] ?? 'nothing_chosen', paths.recruitment(id), 422);
});

/** The same from the person's page: whoever the proposals do not name can be added by the coordinator's own choice. */
recruitmentRoutes.post('/workers/:id/placements', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, placementForm);
  if (form.ok) return place(c, form.value.batchId, [id], form.key, paths.recruitment(form.value.batchId));
  await read(c, []);
  return problem(c, 'nothing_chosen', paths.worker(id), 422);
});
