import { Hono } from 'hono';
import type { AppEnv, C } from '../http/app-context.ts';
import { page, wordsOf } from '../http/page.tsx';
import { paths } from '../paths.ts';
import { AuditBody } from '../../views/access/audit.tsx';
import { accountNames } from './account.queries.ts';
import { subjectNames } from './audit-names.queries.ts';
import { auditPage } from './audit.queries.ts';
import { headsTold } from './audit-head.queries.ts';
import { lastSeal, sealAudit, type Verification, verifyAudit } from './audit-seal.queries.ts';
import { may, read, prove } from './session.ts';

export const auditRoutes = new Hono<AppEnv>();
const PAGE = 40;
/** Days of the heads that were told. */
const HEADS = 30;

type Verified = { verification?: Verification };

/** A page of the trail, newest first, with what is known of its seals. */
async function show(c: C, before: number | null, verified: Verified = {}) {
  const { orm } = c.var.db;
  const { rows, seal, names, subjects, heads } = await read(c, {
    rows: auditPage(orm, before, PAGE + 1),
    seal: lastSeal(orm),
    names: accountNames(orm),
    subjects: subjectNames(orm, before, PAGE + 1),
    heads: headsTold(orm, before === null ? HEADS : 0),
  });
  const lines = rows.slice(0, PAGE);
  const more = rows.length > PAGE ? `${paths.audit}?before=${lines.at(-1)?.seq}` : null;
  const sealedTo = seal[0]?.lastSeq ?? 0;
  return page(
    c,
    { title: wordsOf(c).audit.title, at: 'more', back: paths.settings, headed: true },
    <AuditBody {...{ lines, sealedTo, names, subjects, more, heads, ...verified }} />,
  );
}

auditRoutes.get(paths.audit, may('audit.read'), async (c) =>
  show(c, Number(c.req.query('before')) || null),
);

auditRoutes.post(paths.auditVerification, may('audit.read'), async (c) => {
  await prove(c);
  await sealAudit(c.var.db, c.env.SECRET, c.var.now);
  return show(c, null, { verification: await verifyAudit(c.var.db, c.env.SECRET) });
});
