import { refuse } from '../../access/refuse.requests.ts';
import { Hono } from 'hono';
import { actor, allows, may, ownVillage, prove } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { fragment, page, problem, wordsOf } from '../../http/page.tsx';
import { wantsFragment } from '../../http/show.ts';
import { paths } from '../../paths.ts';
import { DocumentsBody } from '../../../views/documents/documents-page.tsx';
import { PaperGrid } from '../../../views/documents/paper-grid.tsx';
import { act, after, answer } from '../batch/act.requests.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import { placementOf } from '../batch/snapshot.ts';
import { paperForm, paperRoundForm, requirementsForm } from './documents.forms.ts';
import { paperRows } from './documents.queries.ts';
import { recordPaper, verifyForAll } from './paper.ts';
import { lastDay } from './validity.ts';
import { holdsPlace, needsPapers } from '../batch/placement.ts';
import { PaperLine } from '../../../views/documents/paper-line.tsx';
import { contractsAsAgreed } from './contract.queries.ts';
import { PAPER_KINDS, type PaperKind } from './paper-kind.ts';

export const documentsRoutes = new Hono<AppEnv>();

function isKind(text: string): text is PaperKind {
  return (PAPER_KINDS as readonly string[]).includes(text);
}

/** The batch with those whose papers are being got; an officer sees their own village's. */
async function load(c: C) {
  const { s, workers } = await readBatch(c, { batchId: c.req.param('id') ?? '' });
  const own = ownVillage(c);
  const villageOf = new Map(workers.map((w) => [w.id, w.villageId]));
  const people = s.placements.filter(
    (p) => needsPapers(p) && (own === null || villageOf.get(p.workerId) === own),
  );
  // Certified dispatch: a certificate of the trade, valid on the day of departure.
  const certified = new Set(
    workers.filter((w) => (w.certifiedUntil ?? '') >= s.departsOn).map((w) => w.id),
  );
  return {
    s,
    people,
    certified: people.filter((p) => holdsPlace(p) && certified.has(p.workerId)).length,
  };
}

function headOf(c: C, code: string, back: string) {
  return {
    title: wordsOf(c).documents.title,
    heading: wordsOf(c).batch.code(code),
    at: 'batches' as const,
    back,
  };
}

/** One paper at a time, as they lie on the desk. */
documentsRoutes.get('/batches/:id/documents', may('batch.read'), async (c) => {
  const { s, people, certified } = await load(c);
  const asked = c.req.query('paper') ?? '';
  return page(
    c,
    headOf(c, s.code, paths.batch(s.id)),
    <DocumentsBody
      s={s}
      people={people}
      certified={certified}
      kind={
        isKind(asked) && s.requirements.includes(asked) ? asked : (s.requirements[0] ?? 'id_card')
      }
      mayWrite={allows(c, 'paper.write')}
      mayPlan={allows(c, 'batch.write')}
    />,
  );
});

/** People by papers: who lacks what, at one look. */
documentsRoutes.get('/batches/:id/paper-grid', may('batch.read'), async (c) => {
  const { s, people } = await load(c);
  return page(
    c,
    { ...headOf(c, s.code, paths.documents(s.id)), headed: true },
    <PaperGrid s={s} people={people.filter(holdsPlace)} />,
  );
});

documentsRoutes.post('/batches/:id/requirements', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, requirementsForm);
  if (!form.ok) {
    await prove(c);
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
  if (!form.ok) return refuse(c, form, paths.documents(id), 'nothing_chosen');
  const { kind, people } = form.value;
  const { now } = c.var;
  const by = actor(c);
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'paper.verify_all',
    key: form.key,
    // A signed contract is a fact of its own, with its day.
    ...(kind === 'contract' ? {} : { undoable: {} }),
    decide: (s) =>
      verifyForAll(
        s,
        people ?? s.placements.filter(holdsPlace).map((p) => p.id),
        kind,
        lastDay(kind, s.order.trade, form.value),
        now,
      ),
    facts: (s, change, orm) => [
      ...paperRows(orm, change, { kind, state: 'verified', reason: null }, now),
      ...contractsAsAgreed(orm, s, change, now, by),
    ],
  });
  return answer(c, outcome, `${paths.documents(id)}?paper=${kind}`);
});

documentsRoutes.post('/placements/:id/papers', may('paper.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, paperForm);
  if (!form.ok) return refuse(c, form, paths.placement(id));
  const { now } = c.var;
  const by = actor(c);
  const step = form.value;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'paper.record',
    key: form.key,
    ...(step.kind === 'contract' ? {} : { undoable: {} }),
    decide: (s) =>
      recordPaper(s, id, { ...step, until: lastDay(step.kind, s.order.trade, step) }, now),
    facts: (s, change, orm) => [
      ...paperRows(orm, change, step, now),
      ...contractsAsAgreed(orm, s, change, now, by),
    ],
  });
  if (!wantsFragment(c) || outcome.kind === 'refused')
    return answer(c, outcome, paths.placement(id));
  const { s } = after(outcome);
  const p = placementOf(s, id);
  if (!p) throw notFound();
  const label = c.req.header('hx-current-url')?.includes('/documents')
    ? p.name
    : wordsOf(c).codes.paper[step.kind];
  return fragment(c, <PaperLine s={s} p={p} kind={step.kind} label={label} />);
});
