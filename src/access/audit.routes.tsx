import { Hono } from 'hono';
import type { AppEnv } from '../http/app-context.ts';
import { page, wordsOf } from '../http/page.tsx';
import { paths } from '../paths.ts';
import { AuditBody } from '../../views/access/audit.tsx';
import { accountNames } from './account.queries.ts';
import { subjectNames } from './audit-names.queries.ts';
import { auditPage } from './audit.queries.ts';
import { lastSeal, sealAudit, verifyAudit } from './audit-seal.queries.ts';
import { may, read } from './session.ts';

export const auditRoutes = new Hono<AppEnv>();
const PAGE = 40;

auditRoutes.get(paths.audit, may('audit.read'), async (c) => {
  const { orm } = c.var.db;
  const before = Number(c.req.query('before')) || null;
  const [rows, seal, names, subjects] = await read(c, [
    auditPage(orm, before, PAGE + 1),
    lastSeal(orm),
    accountNames(orm),
    subjectNames(orm, before, PAGE + 1),
  ]);
  const lines = rows.slice(0, PAGE);
  const more = rows.length > PAGE ? `${paths.audit}?before=${lines.at(-1)?.seq}` : null;
  return page(
    c,
    { title: wordsOf(c).audit.title, at: 'more', back: paths.settings },
    <AuditBody lines={lines} sealedTo={seal[0]?.lastSeq ?? 0} names={names} subjects={subjects} more={more} />,
  );
});

auditRoutes.post(paths.auditVerification, may('audit.read'), async (c) => {
  const { orm } = c.var.db;
  await read(c, []);
  await sealAudit(c.var.db, c.env.SECRET, c.var.now);
  const verification = await verifyAudit(c.var.db, c.env.SECRET);
  const [rows, seal, names, subjects] = await read(c, [
    auditPage(orm, null, PAGE),
    lastSeal(orm),
    accountNames(orm),
    subjectNames(orm, null, PAGE),
  ]);
  return page(
    c,
    { title: wordsOf(c).audit.title, at: 'more', back: paths.settings },
    <AuditBody
      lines={rows}
      sealedTo={seal[0]?.lastSeq ?? 0}
      names={names}
      subjects={subjects}
      more={null}
      verification={verification}
    />,
  );
});
