import type { Placement, Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { RollCallOutcome } from '../../src/pipeline/travel/roll-call.ts';
import { Action, Answers } from '../components/form.tsx';
import { Call, Card, Empty, Notice, Tag } from '../components/parts.tsx';
import { named, useReader } from '../i18n/reader.ts';

type At = (placementId: string) => string;
/** Where a finished roll call is closed: at departure, later at arrival. */
type Ends = { depart: string; arrive: string };
const isDone = (s: Snapshot, p: Placement) =>
  s.departedAt === null ? p.travel !== 'expected' : p.travel !== 'boarded';
const counted = (s: Snapshot): Placement[] =>
  s.placements.filter((p) =>
    s.departedAt === null
      ? p.recruitment === 'selected' && p.exit === null
      : ['boarded', 'arrived', 'left_en_route', 'missing', 'accepted', 'rejected'].includes(p.travel),
  );

/** The big count: how many are here of how many, and the names still missing. Swapped on its own after each tap. */
export const RollCallCount = ({ s, ends, swapped }: { s: Snapshot; ends: Ends; swapped?: boolean }) => {
  const { t } = useReader();
  const all = counted(s);
  const here = all.filter((p) =>
    s.departedAt === null ? p.travel === 'boarded' : ['arrived', 'accepted', 'rejected'].includes(p.travel),
  ).length;
  const open = all.filter((p) => !isDone(s, p));
  return (
    <section class="card" id="count" aria-live="polite" {...(swapped ? { 'hx-swap-oob': 'true' } : {})}>
      <p class="count">
        {here}{' '}
        <small>
          / {all.length} {s.departedAt === null ? t.rollCall.boarded : t.rollCall.arrived}
        </small>
      </p>
      <progress max={all.length || 1} value={here} aria-label={t.rollCall.title}></progress>
      {open.length > 0 && open.length <= 6 && (
        <p class="late">{t.rollCall.stillMissing(open.map((p) => p.name).join(t.nameComma))}</p>
      )}
      {all.length > 0 && open.length === 0 && s.departedAt === null && (
        <Action to={ends.depart} label={t.rollCall.depart} look="primary" wide />
      )}
      {open.length === 0 && s.departedAt !== null && s.arrivedAt === null && (
        <Action to={ends.arrive} label={t.rollCall.allArrived} look="primary" wide />
      )}
    </section>
  );
};

type LineProps = { s: Snapshot; p: Placement; phone: string; error?: string | null; checkInAt: At };

/** One person of the roll: one tap when here; why not, in a fold; and undo. */
export const RollCallLine = ({ s, p, phone, error, checkInAt }: LineProps) => {
  const { t } = useReader();
  const to = checkInAt(p.id);
  const boarding = s.departedAt === null;
  const done = isDone(s, p);
  const otherwise: RollCallOutcome[] = boarding ? ['no_show', 'refused', 'unfit'] : ['left_en_route', 'missing'];
  const here: RollCallOutcome = boarding ? 'boarded' : 'arrived';
  return (
    <li class="line">
      <span>
        <span class="name big">{p.name}</span>{' '}
        {boarding && !done && p.travelFit === 'no' && <Tag look="bad">{t.rollCall.askFirst}</Tag>}
      </span>
      {done ? (
        <span class="row">
          <Tag look={p.travel === here ? 'ok' : 'bad'}>{t.codes.travel[p.travel]}</Tag>
          {s.handedOverAt === null && (
            <Action to={to} label={t.rollCall.undo} look="quiet" fields={{ outcome: 'undo' }} swap="li" />
          )}
        </span>
      ) : (
        <Action
          to={to}
          label={boarding ? t.rollCall.board : t.rollCall.arrive}
          look="primary"
          fields={{ outcome: here }}
          swap="li"
        />
      )}
      {error && (
        <p class="error" role="alert">
          {named(t.errors, error)}
        </p>
      )}
      {!done && (
        <details class="tags">
          <summary>{t.rollCall.notHere}</summary>
          <div class="row">
            {phone && <Call phone={phone} name={p.name} />}
            <Answers
              to={to}
              name="outcome"
              choices={otherwise.map((outcome) => [outcome, named(t.codes.travel, outcome)])}
              swap="li"
            />
          </div>
        </details>
      )}
    </li>
  );
};

/** What a tap answers: the line, and the count beside it. */
export const RollCallReply = ({
  s,
  id,
  phone,
  error,
  checkInAt,
  ends,
}: {
  s: Snapshot;
  id: string;
  phone: string;
  error: string | null;
  checkInAt: At;
  ends: Ends;
}) => {
  const p = s.placements.find((other) => other.id === id);
  return p ? (
    <>
      <RollCallLine s={s} p={p} phone={phone} error={error} checkInAt={checkInAt} />
      <RollCallCount s={s} ends={ends} swapped />
    </>
  ) : null;
};

type Props = { s: Snapshot; phones: Map<string, string>; checkInAt: At; ends: Ends };

export const RollCallBody = ({ s, phones, checkInAt, ends }: Props) => {
  const { t } = useReader();
  const all = counted(s);
  const open = all.filter((p) => !isDone(s, p));
  const done = all.filter((p) => isDone(s, p));
  if (s.lockedAt === null) return <Notice look="wait">{t.rollCall.notLocked}</Notice>;
  const line = (p: Placement) => (
    <RollCallLine s={s} p={p} phone={phones.get(p.workerId) ?? ''} checkInAt={checkInAt} />
  );
  return (
    <>
      <RollCallCount s={s} ends={ends} />
      {s.arrivedAt !== null && (
        <Notice>{s.handedOverAt === null ? t.rollCall.waitForEmployer : t.rollCall.handedOver}</Notice>
      )}
      {open.length > 0 && (
        <Card title={t.rollCall.open(open.length)}>
          <ul class="people">{open.map(line)}</ul>
        </Card>
      )}
      <Card title={t.rollCall.done(done.length)}>
        {done.length === 0 ? <Empty>{t.rollCall.nobodyYet}</Empty> : <ul class="people">{done.map(line)}</ul>}
      </Card>
    </>
  );
};
