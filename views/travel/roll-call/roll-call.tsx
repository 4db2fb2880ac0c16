import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { isHeardFromTheRoad } from '../../../src/pipeline/travel/manifest.ts';
import { saidIn } from '../../../src/pipeline/travel/roll-call/word.ts';
import { Card, Empty, Notice } from '../../components/parts.tsx';
import { named, useReader } from '../../i18n/reader.ts';
import { RollLine } from '../phone/roll-line.tsx';
import type { Placement } from '../../../src/pipeline/batch/placement.ts';
import { isDisputed } from '../../../src/pipeline/travel/roll-call/whereabouts.ts';
import { Action } from '../../components/action.tsx';
import { StillMissing } from '../phone/roll-count.tsx';
import {
  isDone,
  counted,
  type CountProps,
  countOf,
  RollCallCount,
  type Ends,
} from './roll-count.tsx';
import { rollWords } from './roll-words.ts';
import type { RollLineView } from '../phone/roll-line-view.ts';
import { fill } from '../phone/tap.tsx';

type At = (placementId: string) => string;

/**
 * Under the list: who is missing while it is few, and what closes the roll call when everybody is
 * called.
 */
function RollCallEnds({ s, phones, ends, swapped }: CountProps) {
  const { t } = useReader();
  const view = countOf(s, phones, t);
  const isCalled = view.missing.length === 0;
  const mayTakeBack = s.departedAt !== null && s.status === 'open' && !isHeardFromTheRoad(s);
  return (
    <div class="stack" id="roll-ends" {...(swapped ? { 'hx-swap-oob': 'true' } : {})}>
      <StillMissing w={rollWords(t)} v={view} />
      {view.all > 0 && isCalled && s.departedAt === null && view.here > 0 && (
        <details class="ask">
          <summary class="btn primary wide">{t.rollCall.depart}</summary>
          <p>{fill(t.rollCall.departSure, { n: view.here })}</p>
          <Action to={ends.depart} label={t.rollCall.departYes} look="primary" wide />
        </details>
      )}
      {isCalled && s.departedAt !== null && s.arrivedAt === null && (
        <Action to={ends.arrive} label={t.rollCall.allArrived} look="primary" wide />
      )}
      {mayTakeBack && (
        <details class="ask">
          <summary class="btn quiet wide">{t.rollCall.departUndo}</summary>
          <p>{t.rollCall.departUndoWhy}</p>
          <Action to={ends.takeBack} label={t.rollCall.departUndoYes} wide />
        </details>
      )}
    </div>
  );
}

type LineProps = {
  s: Snapshot;
  p: Placement;
  phone: string;
  error?: string | null;
  checkInAt: At;
  /** One for all lines of a page: with the person it makes the key of a tap. */
  pageKey: string;
  /** Whether the page has htmx, which an escort's has not. */
  isLive: boolean;
};

/** One person of the roll as the server has it. */
export function RollCallLine({ s, p, phone, error, checkInAt, pageKey, isLive }: LineProps) {
  const { t } = useReader();
  const isBoarding = s.departedAt === null;
  const said =
    saidIn(p.roll.boarding).length > 1 ? saidIn(p.roll.boarding) : saidIn(p.roll.arrival);
  const settled = isDone(s, p) ? p.travel : null;
  const view: RollLineView = {
    id: p.id,
    name: p.name,
    sub: '',
    phone,
    kin: null,
    portrait: null,
    askFirst: isBoarding && p.travelFit === 'no',
    shown: isDisputed(p) ? 'disputed' : settled,
    said,
    here: isBoarding || saidIn(p.roll.boarding).length > 1 ? 'boarded' : 'arrived',
    otherwise:
      isBoarding || saidIn(p.roll.boarding).length > 1
        ? ['no_show', 'refused', 'unfit']
        : ['left_en_route', 'missing'],
    mayUndo: s.handedOverAt === null && s.arrivedAt === null,
    mayCorrect: s.handedOverAt === null && s.arrivedAt !== null,
    isUnsent: false,
    error: error ? named(t.errors, error) : null,
  };
  return (
    <RollLine
      w={rollWords(t)}
      v={view}
      target={{ to: checkInAt(p.id), key: pageKey, htmx: isLive }}
    />
  );
}

type ReplyProps = {
  s: Snapshot;
  id: string;
  phones: ReadonlyMap<string, string>;
  error: string | null;
  checkInAt: At;
  ends: Ends;
};

/** What a tap answers: the line, and the count beside it. */
export function RollCallReply({ s, id, phones, error, checkInAt, ends }: ReplyProps) {
  const { newKey } = useReader();
  const p = s.placements.find((other) => other.id === id);
  return p ? (
    <>
      <RollCallLine
        s={s}
        p={p}
        phone={phones.get(p.workerId) ?? ''}
        error={error}
        checkInAt={checkInAt}
        pageKey={newKey()}
        isLive
      />
      <RollCallCount s={s} phones={phones} ends={ends} swapped />
      <RollCallEnds s={s} phones={phones} ends={ends} swapped />
    </>
  ) : null;
}

type Props = {
  s: Snapshot;
  phones: ReadonlyMap<string, string>;
  checkInAt: At;
  ends: Ends;
  isLive?: boolean;
};

export function RollCallBody({ s, phones, checkInAt, ends, isLive = true }: Props) {
  const { t, newKey } = useReader();
  const all = counted(s);
  const open = all.filter((p) => !isDone(s, p));
  const done = all.filter((p) => isDone(s, p));
  if (s.lockedAt === null) return <Notice look="wait">{t.rollCall.notLocked}</Notice>;
  const pageKey = newKey();
  const line = (p: Placement) => (
    <RollCallLine
      s={s}
      p={p}
      phone={phones.get(p.workerId) ?? ''}
      checkInAt={checkInAt}
      pageKey={pageKey}
      isLive={isLive}
    />
  );
  return (
    <>
      <RollCallCount s={s} phones={phones} ends={ends} />
      {s.arrivedAt !== null && (
        <Notice>
          {s.handedOverAt === null ? t.rollCall.waitForEmployer : t.rollCall.handedOver}
        </Notice>
      )}
      {open.length > 0 && (
        <Card title={fill(t.rollCall.open, { n: open.length })}>
          <ul class="people">{open.map(line)}</ul>
        </Card>
      )}
      <RollCallEnds s={s} phones={phones} ends={ends} />
      <Card title={fill(t.rollCall.done, { n: done.length })}>
        {done.length === 0 ? (
          <Empty>{t.rollCall.nobodyYet}</Empty>
        ) : (
          <ul class="people">{done.map(line)}</ul>
        )}
      </Card>
    </>
  );
}
