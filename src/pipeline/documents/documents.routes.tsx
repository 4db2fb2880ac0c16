import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { may as roleMay } from '../../access/permissions.ts';
import { may, ownVillage, read } from '../../access/session.ts';
import { chunks } from '../../db/client.ts';
import { addDays, dayOf } from '../../clock.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { fragment, page, problem, wordsOf } from '../../http/page.tsx';
import { wantsFragment } from '../../http/show.ts';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { DocumentsBody } from '../../../views/documents/documents-page.tsx';
import { PaperLine } from '../../../views/documents/person-papers.tsx';
import { act, after, answer } from '../batch/act.middleware.ts';
import { see } from '../batch/see.middleware.ts';
import { holdsPlace, placementOf } from '../batch/snapshot.ts';
import { custodyForm, paperForm, paperRoundForm, requirementsForm } from './documents.forms.ts';
import { custody, paper } from './documents.tables.ts';
import { giveBack, lend, PAPER_KINDS, type PaperKind, recordPaper, verifyForAll } from './paper.ts';

export const documentsRoutes = new Hono<AppEnv>();

const isKind = (text: string): text is PaperKind => (PAPER_KINDS as readonly string[]).includes(text);

documentsRoutes.get('/batches/:id/documents', may('batch.read'), async (c) => {
  const id = c.req.param('id');
  const { s, workers } = await see(c, { batchId: id });
  const own = ownVillage(c);
  const villageOf = new Map(workers.map((w) => [w.id, w.villageId]));
  const role = c.var.claims?.role ?? 'leader';
  const asked = c.req.query('paper') ?? '';
  return page(
    c,
    { title: wordsOf(c).documents.title, heading: wordsOf(c).batch.code(s.code), at: 'batches', back: paths.batch(id) },
    <DocumentsBody
      s={s}
      people={s.placements.filter((p) => holdsPlace(p) && (own === null || villageOf.get(p.workerId) === own))}
      kind={isKind(asked) && s.requirements.includes(asked) ? asked : (s.requirements[0] ?? 'id_card')}
      mayWrite={roleMay(role, 'paper.write')}
      mayPlan={roleMay(role, 'batch.write')}
    />,
  );
});

documentsRoutes.post('/batches/:id/requirements', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, requirementsForm);
  if (!form.ok) {
    await read(c, []);
    return problem(c, 'required', paths.documents(id), 422);
  }
  const { kinds } = form.value;
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'batch.require_papers',
    key: form.key,
    decide: (s) =>
      s.status === 'open'
        ? {
            batch: { requirements: kinds },
            entries: [{ kind: 'requirements_changed', detail: { count: kinds.length } }],
          }
        : { error: 'batch_ended' },
  });
  return answer(c, outcome, paths.documents(id));
});

/** "All received and checked": one kind of paper verified for everybody who still lacks it. */
documentsRoutes.post('/batches/:id/papers', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, paperRoundForm);
  if (!form.ok) {
    await read(c, []);
    return problem(c, 'nothing_chosen', paths.documents(id), 422);
  }
  const { kind, people } = form.value;
  const { now } = c.var;
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'paper.verify_all',
    key: form.key,
    decide: (s) => verifyForAll(s, people ?? s.placements.filter(holdsPlace).map((p) => p.id), kind),
    facts: (_s, change, orm) => {
      const rows = (change.placements ?? []).map((p) => ({
        id: newId(now),
        placementId: p.id,
        kind,
        state: 'verified' as const,
        rejectReason: null,
        expiresOn: null,
        at: now,
      }));
      return chunks(rows, 7).map((some) => orm.insert(paper).values(some));
    },
  });
  return answer(c, outcome, `${paths.documents(id)}?paper=${kind}`);
});

documentsRoutes.post('/placements/:id/papers', may('paper.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, paperForm);
  if (!form.ok) {
    await read(c, []);
    return problem(c, Object.values(form.errors)[0] ?? 'required', paths.placement(id), 422);
  }
  const { now } = c.var;
  const step = form.value;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'paper.record',
    key: form.key,
    decide: (s) => recordPaper(s, id, step, now),
    facts: (_s, _change, orm) => [
      orm.insert(paper).values({
        id: newId(now),
        placementId: id,
        kind: step.kind,
        state: step.state,
        rejectReason: step.reason,
        expiresOn: step.expiresOn,
        at: now,
      }),
    ],
  });
  if (!wantsFragment(c) || outcome.kind === 'refused') return answer(c, outcome, paths.placement(id));
  const p = placementOf(after(outcome).s, id);
  if (!p) throw notFound();
  const label = c.req.header('hx-current-url')?.includes('/documents') ? p.name : wordsOf(c).codes.paper[step.kind];
  return fragment(c, <PaperLine p={p} kind={step.kind} label={label} />);
});

documentsRoutes.post('/placements/:id/custody', may('paper.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, custodyForm);
  if (!form.ok) {
    await read(c, []);
    return problem(c, 'required', paths.placement(id), 422);
  }
  const { now } = c.var;
  const loan = { id: newId(now), ...form.value };
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'custody.lend',
    key: form.key,
    decide: (s) => lend(s, id, loan, now),
    facts: (s, _change, orm) => [
      orm.insert(custody).values({
        ...loan,
        placementId: id,
        receiptNo: s.seq + 1,
        lentAt: now,
        returnedAt: null,
        returnBy: addDays(dayOf(now), s.figures.paperBack),
      }),
    ],
  });
  return answer(c, outcome, paths.placement(id));
});

documentsRoutes.post('/placements/:id/custody/:custody/return', may('paper.write'), async (c) => {
  const id = c.req.param('id');
  const custodyId = c.req.param('custody');
  const form = await readForm(c, requirementsForm.partial());
  const { now } = c.var;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'custody.return',
    key: form.key,
    decide: (s) => giveBack(s, id, custodyId),
    facts: (_s, _change, orm) => [
      orm
        .update(custody)
        .set({ returnedAt: now })
        .where(and(eq(custody.placementId, id), eq(custody.id, custodyId))),
    ],
  });
  return answer(c, outcome, paths.placement(id));
});
