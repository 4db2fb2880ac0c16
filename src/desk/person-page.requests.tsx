import { revealsOf } from '../access/audit-people.queries.ts';
import { accountNames } from '../access/account.queries.ts';
import { liveLinks } from '../access/link.queries.ts';
import { allows, ownVillage, read } from '../access/session.ts';
import type { C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { page } from '../http/page.tsx';
import { paths } from '../paths.ts';
import {
  batchesOfWorker,
  joinableBatches,
  placementsOfWorker,
} from '../pipeline/batch/batch.queries.ts';
import { WorkerPageBody } from '../../views/registry/worker-page.tsx';
import { figuresOf } from '../settings/figures.ts';
import { figuresQuery } from '../settings/figures.queries.ts';
import { entriesOf } from '../registry/entries.queries.ts';
import * as registry from '../registry/registry.queries.ts';
import { mergersInto } from './merger.queries.ts';
import { namesOf } from '../registry/wish.queries.ts';
import type { Person } from '../../views/registry/person-view.ts';
import { casesOfWorker } from '../pipeline/follow-up/rights-case.queries.ts';

const CHANGES = 12;

function readPerson(c: C, id: string) {
  const { orm } = c.var.db;
  return read(c, {
    rows: registry.workerRow(orm, id, ownVillage(c)),
    certificates: registry.certificatesOf(orm, id),
    placements: placementsOfWorker(orm, id),
    batches: batchesOfWorker(orm, id),
    cases: casesOfWorker(orm, id),
    links: liveLinks(orm, id, c.var.now),
    villages: registry.villages(orm),
    joinable: joinableBatches(orm),
    changes: registry.changesOfWorker(orm, id, CHANGES),
    reveals: revealsOf(orm, entriesOf(id), REVEALS),
    consents: registry.dataConsentsOf(orm, id),
    likenesses: registry.likenessesOf(orm, id),
    mergers: mergersInto(orm, id),
    companions: namesOf(orm, id),
    accounts: accountNames(orm),
    figures: figuresQuery(orm),
  });
}

export async function loadPerson(c: C, id: string) {
  const { rows, links, companions, villages, accounts, figures, ...found } = await readPerson(
    c,
    id,
  );
  const [row] = rows;
  if (!row) throw notFound();
  const { idNumberCipher, idNumberIndex: _i, ...worker } = row;
  const isFree = !found.placements.some((p) => p.active) && row.erasureDueOn === null;
  const mayMerge = allows(c, 'worker.merge');
  const person: Person = {
    ...found,
    joinable: allows(c, 'batch.write') && isFree ? found.joinable : [],
    worker,
    village: villages.find((v) => v.id === row.villageId)?.name ?? '',
    link: links[0] ?? null,
    companions: companions.map(({ name }) => name),
    villageName: new Map(villages.map((v) => [v.id, v.name])),
    accountName: new Map(accounts.map((each) => [`account:${each.id}`, each.name])),
    wishHolds: figuresOf(figures[0]?.value).wishHolds,
    likenesses: mayMerge ? found.likenesses.length : 0,
    mergers: mayMerge ? found.mergers : [],
  };
  return { person, idNumberCipher };
}

/**
 * Whether nothing is to be done any more: the entry became part of another, or the person asked to
 * be forgotten.
 */
export function isClosed({ worker }: Person): boolean {
  return worker.mergedInto !== null || worker.erasedAt !== null || worker.erasureDueOn !== null;
}

export function personPage(c: C, person: Person, extra: { idNumber?: string } = {}) {
  return page(
    c,
    { title: person.worker.name, at: 'workers', back: paths.workers },
    <WorkerPageBody
      person={person}
      {...extra}
      mayWrite={allows(c, 'worker.write') && !isClosed(person)}
      mayReveal={allows(c, 'id_number.reveal') && !isClosed(person)}
      mayErase={allows(c, 'worker.erase') && !isClosed(person)}
    />,
  );
}

export const REVEALS = 6;
