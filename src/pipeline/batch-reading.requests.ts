import { obstacles } from './recruitment/eligibility.ts';
import { figuresOf } from '../settings/figures.ts';
import type { Snapshot } from './batch/snapshot.ts';
import type { EligibilityError } from './recruitment/recruitment-state.ts';
import type { Placement } from './batch/placement.ts';
import type {
  OrderRow,
  HistoryLine,
  EscortRow,
  BatchWorker,
  Village,
  BatchRows,
} from './batch-row.queries.ts';
import type { PaperKind } from './documents/paper-kind.ts';

/**
 * A batch as it was read at one moment: what the rules decide on, and what pages show beside it.
 */
export type BatchReading = {
  s: Snapshot;
  order: OrderRow;
  workers: BatchWorker[];
  escorts: EscortRow[];
  villages: Village[];
  /** The newest, newest first. */
  lines: HistoryLine[];
  touched: number;
};

/** The legal limits between somebody of the batch and its post, from what they are and hold now. */
function limitsOf(person: BatchWorker, order: OrderRow): EligibilityError[] {
  return obstacles(
    {
      bornOn: person.bornOn,
      sex: person.sex,
      certificates:
        person.certifiedUntil === null
          ? []
          : [{ trade: order.trade, expiresOn: person.certifiedUntil }],
    },
    order,
  );
}

/** Builds what was seen from the rows of `batchQueries`; null when there is no such batch. */
export function batchReadingOf(rows: BatchRows): BatchReading | null {
  const { placementRows: placements, workerRows: workers, areaRows: areas } = rows;
  const [row] = rows.batchRows;
  const [order] = rows.orderRows;
  const escorts = rows.escortRows.filter(({ replacedAt }) => replacedAt === null);
  if (!row || !order) return null;
  const workerOf = new Map(workers.map((w) => [w.id, w]));
  const ids = new Set(placements.map((p) => p.id));
  const {
    orderId: _o,
    counts: _c,
    endReason: _e,
    waitNo: _w,
    seenSeq: _s,
    steps: _st,
    stepsTouched: _sT,
    openedAt: _a,
    touched,
    figures,
    ...own
  } = row;
  const { id, state, version, headcount, startsOn, termsHash, sentAt, replyBy, trade, terms } =
    order;
  const { contractMonths, payDay } = terms;
  const s: Snapshot = {
    ...own,
    order: {
      id,
      state,
      version,
      headcount,
      startsOn,
      termsHash,
      sentAt,
      replyBy,
      trade,
      contractMonths,
      payDay,
    },
    escorts: escorts.length,
    figures: figuresOf(figures === null ? null : JSON.parse(figures)),
    placements: placements.map(({ batchId: _, ...p }): Placement => {
      const person = workerOf.get(p.workerId);
      return {
        ...p,
        name: person?.name ?? '',
        minutesToBus:
          areas.find((village) => village.id === person?.villageId)?.minutesToBus ?? null,
        obstacles: person ? limitsOf(person, order) : [],
        // Nobody drives off while a card of theirs lies somewhere, whichever batch it was lent in.
        lentElsewhere: (person?.originalsOut ?? []).flatMap((out) =>
          ids.has(out.placementId) ? [] : [out.kind as PaperKind],
        ),
      };
    }),
  };
  return { s, order, workers, escorts, villages: areas, lines: rows.newestLines, touched };
}
