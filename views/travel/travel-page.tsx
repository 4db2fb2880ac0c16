import { isSelected, type Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { Lack } from '../../src/pipeline/gates.ts';
import type { RejectionReason } from '../../src/pipeline/travel/handover.ts';
import { ESCORT_ROLES, type EscortRole, LEG_MODES } from '../../src/pipeline/travel/manifest.ts';
import { paths } from '../../src/paths.ts';
import { Action, Choice, Field, FormKey, options, type Typed, untyped } from '../components/form.tsx';
import { Call, Card, Empty, Facts, LinkButton, Notice, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { type LegLine, Legs } from './legs.tsx';
import { RosterFiles } from './roster-files.tsx';

export type TravelForm = 'leg' | 'escort';
type Props = {
  s: Snapshot;
  legs: LegLine[];
  escorts: { id: string; name: string; phone: string; role: EscortRole; linkId: string | null }[];
  handover: {
    escortCount: number;
    employerCount: number;
    signedBy: string;
    signedAt: number;
    rejected: { placementId: string; reason: RejectionReason }[];
  } | null;
  employerLink: string | null;
  lacking: Lack[];
  mayWrite: boolean;
  problem?: { form: TravelForm } & Typed;
};

const NextStep = ({ s, lacking, escorts, employerLink, mayWrite }: Props) => {
  const { t } = useReader();
  if (!mayWrite || s.status !== 'open') return null;
  const ready = s.lockedAt === null && lacking.length === 0 && escorts.length > 0;
  return (
    <div class="stack">
      {s.lockedAt === null && lacking.length > 0 && (
        <Notice look="wait">
          {t.travel.notReady(
            lacking
              .map((lack) =>
                lack.code === 'custody'
                  ? `${t.lacks.custody(lack.count)} (${lack.people.map((p) => p.name).join(t.nameComma)})`
                  : t.lacks[lack.code](lack.count),
              )
              .join(t.listComma),
          )}
        </Notice>
      )}
      {ready && (
        <Action
          to={paths.manifest(s.id)}
          label={t.travel.lock(s.placements.filter(isSelected).length)}
          look="primary"
          wide
        />
      )}
      {s.lockedAt !== null && s.arrivedAt === null && (
        <a class="btn primary wide" href={paths.rollCall(s.id)}>
          {t.rollCall.title}
        </a>
      )}
      {s.arrivedAt !== null && s.handedOverAt === null && (
        <>
          <p class="sub">{t.travel.askEmployer}</p>
          <LinkButton
            linkId={employerLink}
            purpose="employer"
            subjectId={s.order.id}
            batchId={s.id}
            look="primary"
            wide
          />
        </>
      )}
      {s.lockedAt !== null && s.departedAt === null && (
        <Action to={paths.manifest(s.id)} label={t.travel.unlock} fields={{ unlock: 'yes' }} wide />
      )}
      <details class="card">
        <summary>{t.sheets.title}</summary>
        <p class="sub">{t.sheets.why}</p>
        {(
          [
            [paths.roster(s.id), t.travel.printRoster],
            [paths.cards(s.id), t.sheets.cards],
            [paths.vehicleSheets(s.id), t.sheets.vehicles],
            [paths.handoverNote(s.id), t.sheets.handoverNote],
          ] as const
        ).map(([href, label]) => (
          <a class="btn wide" href={href}>
            {label}
          </a>
        ))}
      </details>
      <RosterFiles id={s.id} />
    </div>
  );
};

const Escorts = ({ s, escorts, mayWrite, typed }: Pick<Props, 's' | 'escorts' | 'mayWrite'> & { typed: Typed }) => {
  const { t } = useReader();
  return (
    <Card title={t.travel.escorts}>
      {escorts.length === 0 && <Empty>{t.travel.noEscort}</Empty>}
      <ul class="people">
        {escorts.map((e) => (
          <li class="line">
            <span>
              <span class="name">{e.name}</span> <Tag>{t.codes.escortRole[e.role]}</Tag>
            </span>
            <span class="row tags">
              <Call phone={e.phone} name={e.name} />
              {mayWrite && <LinkButton linkId={e.linkId} purpose="escort" subjectId={e.id} batchId={s.id} />}
            </span>
          </li>
        ))}
      </ul>
      {mayWrite && s.departedAt === null && (
        <details open={Object.keys(typed.errors).length > 0}>
          <summary>{t.travel.addEscort}</summary>
          <form method="post" action={paths.escorts(s.id)}>
            <FormKey />
            <Field name="name" label={t.workers.name} typed={typed} autocomplete="off" />
            <Field name="phone" label={t.workers.phone} typed={typed} type="tel" inputmode="tel" autocomplete="off" />
            <Choice
              name="role"
              label={t.travel.role}
              typed={typed}
              options={options(t.codes.escortRole, ESCORT_ROLES)}
            />
            <button class="btn primary wide">{t.save}</button>
          </form>
        </details>
      )}
    </Card>
  );
};

const Plan = ({ s, legs, mayWrite, typed }: Pick<Props, 's' | 'legs' | 'mayWrite'> & { typed: Typed }) => {
  const { t } = useReader();
  const w = t.travel;
  return (
    <Card title={w.plan}>
      {legs.length === 0 ? <Empty>{w.noLeg}</Empty> : <Legs legs={legs} />}
      {mayWrite && s.departedAt === null && (
        <details open={Object.keys(typed.errors).length > 0}>
          <summary>{w.addLeg}</summary>
          <form method="post" action={paths.legs(s.id)}>
            <FormKey />
            <Choice name="mode" label={w.mode} typed={typed} options={options(t.codes.legMode, LEG_MODES)} />
            <Field name="vehicle" label={w.vehicle} typed={typed} />
            <div class="pair">
              <Field name="fromPlace" label={w.from} typed={typed} />
              <Field name="toPlace" label={w.to} typed={typed} />
            </div>
            <Field
              name="departsAt"
              label={w.departsAt}
              typed={typed}
              type="datetime-local"
              value={`${s.departsOn}T08:00`}
            />
            <Field
              name="arrivesAt"
              label={w.arrivesAt}
              typed={typed}
              type="datetime-local"
              value={`${s.departsOn}T18:00`}
            />
            <Field name="seats" label={w.seatCount} typed={typed} inputmode="numeric" value={s.headcount + 3} />
            <button class="btn primary wide">{t.save}</button>
          </form>
        </details>
      )}
    </Card>
  );
};

const Handover = ({ s, handover, mayWrite }: Pick<Props, 's' | 'handover' | 'mayWrite'>) => {
  const { t, time } = useReader();
  if (!handover) return null;
  const nameOf = (id: string) => s.placements.find((p) => p.id === id)?.name ?? '';
  return (
    <Card title={t.travel.handover}>
      <Facts
        rows={[
          [t.travel.escortCount, t.people(handover.escortCount)],
          [t.travel.employerCount, t.people(handover.employerCount)],
          [t.employerLink.signedBy, `${handover.signedBy} ${time(handover.signedAt)}`],
          ...(mayWrite ? handover.rejected : []).map(
            (r) => [t.codes.travel.rejected, `${nameOf(r.placementId)} · ${t.codes.rejection[r.reason]}`] as const,
          ),
        ]}
      />
    </Card>
  );
};

/** The journey: the next step, who rides along, by what, and the handover. */
export const TravelBody = (props: Props) => {
  const { t } = useReader();
  const typed = (form: TravelForm): Typed => (props.problem?.form === form ? props.problem : untyped);
  return (
    <>
      <section>
        <h1>{t.travel.title}</h1>
      </section>
      <NextStep {...props} />
      <Escorts {...props} typed={typed('escort')} />
      <Plan {...props} typed={typed('leg')} />
      <Handover {...props} />
    </>
  );
};
