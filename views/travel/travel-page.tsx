import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { mayRedirect } from '../../src/pipeline/demand/redirection.ts';
import { awaitsSignature } from '../../src/pipeline/travel/handover/handover.ts';
import { paths } from '../../src/paths.ts';
import { type Typed, untyped } from '../components/form.tsx';
import { LinkButton, Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Checklist } from './checklist.tsx';
import { Escorts } from './escorts.tsx';
import { Handovers, type HandoverView } from './handover/handovers.tsx';
import { Incidents } from './incidents.tsx';
import type { LegLine } from './plan/legs.tsx';
import { Plan } from './plan/plan.tsx';
import { Seats } from './plan/seats.tsx';
import { SendOff, type SendOffView } from './send-off.tsx';
import { RosterFiles } from './roster-files.tsx';
import { isSelected } from '../../src/pipeline/batch/placement.ts';
import type { Lack } from '../../src/pipeline/lack.ts';
import { Action } from '../components/action.tsx';
import type { EscortView } from './escort-view.ts';
import type { IncidentView } from './incident-view.ts';

export type TravelForm =
  | `replace-${string}`
  | 'leg'
  | 'seat'
  | 'escort'
  | 'captain'
  | 'sendOff'
  | 'incident'
  | 'correction';
type Props = {
  s: Snapshot;
  legs: LegLine[];
  escorts: EscortView[];
  incidents: IncidentView[];
  sendOff: SendOffView | null;
  /** Which version of the plan each escort's phone has said it saw. */
  planSeen: ReadonlyMap<string, number>;
  /** How many travel without anybody to call in need. */
  withoutKin: number;
  /** Who of the station could ride along, and who is looking. */
  accounts: { id: string; name: string }[];
  viewer: string;
  handovers: HandoverView[];
  employerLink: string | null;
  lacking: Lack[];
  mayWrite: boolean;
  seesReport: boolean;
  problem?: { form: TravelForm } & Typed;
};

function Sheets({ s }: Pick<Props, 's'>) {
  const { t } = useReader();
  return (
    <details class="card">
      <summary>{t.sheets.title}</summary>
      <p class="sub">{t.sheets.why}</p>
      {(
        [
          [paths.roster(s.id), t.travel.printRoster],
          [paths.cards(s.id), t.sheets.cards],
          [paths.vehicleSheets(s.id), t.sheets.vehicles],
          [paths.sendOffList(s.id), t.sheets.sendOffList],
          [paths.handoverNote(s.id), t.sheets.handoverNote],
        ] as const
      ).map(([href, label]) => (
        <a class="btn wide" href={href}>
          {label}
        </a>
      ))}
    </details>
  );
}

function NextStep({ s, lacking, escorts, employerLink, mayWrite }: Props) {
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
                  ? `${t.lacks.custody(lack.count)} (` +
                    `${lack.people.map((p) => p.name).join(t.nameComma)})`
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
      {s.lockedAt !== null && s.handedOverAt === null && (
        <a
          class={s.arrivedAt === null ? 'btn primary wide' : 'btn wide'}
          href={paths.rollCall(s.id)}
        >
          {t.rollCall.title}
        </a>
      )}
      {awaitsSignature(s) && (
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
      <Sheets s={s} />
      <RosterFiles id={s.id} />
    </div>
  );
}

/** The journey: the next step, who rides along, by what, and the handover. */
export function TravelBody(props: Props) {
  const { t } = useReader();
  const typed = (form: TravelForm): Typed =>
    props.problem?.form === form ? props.problem : untyped;
  return (
    <>
      <section>
        <h1>{t.travel.title}</h1>
      </section>
      <NextStep {...props} />
      {props.mayWrite && props.s.departedAt === null && <Checklist {...props} />}
      <Plan {...props} typed={typed('leg')} />
      <Seats {...props} typed={typed('seat')} />
      <Escorts
        {...props}
        typed={typed('escort')}
        captain={typed('captain')}
        replacing={(id) => typed(`replace-${id}`)}
      />
      <SendOff {...props} typed={typed('sendOff')} />
      <Incidents {...props} typed={typed('incident')} />
      {props.mayWrite && mayRedirect(props.s) && (
        <a class="btn wide" href={paths.redirection(props.s.id)}>
          {t.redirection.title}
        </a>
      )}
      {props.seesReport && (
        <a class="btn wide" href={paths.journeyReport(props.s.id)}>
          {t.sheets.report}
        </a>
      )}
      <Handovers
        {...props}
        seesWhy={props.mayWrite || props.seesReport}
        typed={typed('correction')}
      />
    </>
  );
}
