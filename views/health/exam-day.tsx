import { dayOf } from '../../src/clock.ts';
import type { Payer } from '../../src/pipeline/health/exam-day.ts';
import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { Card, Empty, LinkButton, Notice, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Action } from '../components/action.tsx';
import { Tick } from '../components/tick.tsx';

type Line = {
  p: Placement;
  last4: string;
  phone: string;
  village: string;
  isOpen: boolean;
  wasThere: boolean;
};
type Props = {
  batchId: string;
  day: {
    id: string;
    heldOn: string;
    capacity: number;
    priceFen: number;
    payer: Payer;
    cancelledAt: number | null;
  };
  clinic: { name: string; address: string; phone: string } | null;
  linkId: string | null;
  lines: Line[];
  /** Who still has to be examined and is not booked for this day. */
  others: Line[];
  mayWrite: boolean;
};

function List({ day, lines, mayWrite }: Pick<Props, 'day' | 'lines' | 'mayWrite'>) {
  const { t, now } = useReader();
  const villages = [...Map.groupBy(lines, ({ village }) => village)].sort(
    (a, b) => b[1].length - a[1].length,
  );
  return (
    <>
      {villages.map(([village, people]) => (
        <section class="card unbroken">
          <h2>
            {village} <span class="sub">{t.people(people.length)}</span>
          </h2>
          <ul class="people">
            {people.map(({ p, last4, isOpen, wasThere }) => (
              <li class="line">
                <span>
                  <span class="name">{p.name}</span>{' '}
                  <span class="sub">{t.clinicLink.last4(last4)}</span>
                </span>
                {mayWrite && isOpen && day.cancelledAt === null && day.heldOn <= dayOf(now) ? (
                  <div class="no-print">
                    <Action
                      to={paths.examAbsences(day.id)}
                      label={t.codes.health.no_show}
                      fields={{ people: p.id }}
                    />
                  </div>
                ) : (
                  // The conclusion itself is on the person's page, for whoever may see it.
                  wasThere && <Tag>{t.examDay.seen}</Tag>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function WalkIns({ day, others }: Pick<Props, 'day' | 'others'>) {
  const { t } = useReader();
  return (
    <details class="card no-print" open={useIsRefused(paths.examBookings(day.id))}>
      <summary>{t.examDay.walkIns(others.length)}</summary>
      {others.length === 0 ? (
        <Empty>{t.health.nobodyWaits}</Empty>
      ) : (
        <Form to={paths.examBookings(day.id)}>
          <ul class="people ticks">
            {others.map(({ p, village }) => (
              <li>
                <Tick
                  name="people"
                  value={p.id}
                  label={
                    <>
                      <span class="name">{p.name}</span> <Tag>{village}</Tag>
                    </>
                  }
                />
              </li>
            ))}
          </ul>
          <button class="btn wide">{t.examDay.addWalkIns}</button>
        </Form>
      )}
    </details>
  );
}

/** One examination day: the list by village, to print and to send, and what happens on the day. */
export function ExamDayBody({ batchId, day, clinic, linkId, lines, others, mayWrite }: Props) {
  const { t, day: dayText, money, now } = useReader();
  const w = t.examDay;
  const open = lines.filter(({ isOpen }) => isOpen).length;
  const alive = mayWrite && day.cancelledAt === null;
  return (
    <>
      <section>
        <h1>{`${dayText(day.heldOn)} · ${clinic?.name ?? ''}`}</h1>
        <p class="sub">{[clinic?.address, clinic?.phone].filter(Boolean).join(' · ')}</p>
        <p class="sub">
          {[
            w.count(lines.length, day.capacity),
            day.priceFen > 0 && `${money(day.priceFen)} · ${t.codes.payer[day.payer]}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </section>
      {day.cancelledAt !== null && <Notice look="bad">{w.cancelled}</Notice>}
      {alive && (
        <div class="row no-print">
          <LinkButton
            linkId={linkId}
            purpose="clinic"
            subjectId={day.id}
            batchId={batchId}
            look="primary"
          />
          <button type="button" class="btn" data-print hidden>
            {t.print}
          </button>
        </div>
      )}
      {lines.length === 0 ? (
        <Card>
          <Empty>{t.batch.nobody}</Empty>
        </Card>
      ) : (
        <List day={day} lines={lines} mayWrite={mayWrite} />
      )}
      {alive && open > 1 && day.heldOn <= dayOf(now) && (
        <Action to={paths.examAbsences(day.id)} label={w.allAbsent(open)} wide />
      )}
      {alive && <WalkIns day={day} others={others} />}
      {alive && (
        <details class="card no-print" open={useIsRefused(paths.examDayDate(day.id))}>
          <summary>{w.move}</summary>
          <Form to={paths.examDayDate(day.id)}>
            <Field name="heldOn" label={w.newDay} type="date" value={day.heldOn} hint={w.moveWhy} />
            <button class="btn wide">{w.moveButton}</button>
          </Form>
          <Action to={paths.examDayCancellation(day.id)} label={w.cancel} wide />
        </details>
      )}
    </>
  );
}
