import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import {
  CORRECTED,
  namedIn,
  saidOf,
  standing,
  type Version as SignedVersion,
} from '../../../src/pipeline/travel/handover/correction.ts';
import { paths } from '../../../src/paths.ts';
import { Field, Form, type Typed, useIsRefused } from '../../components/form.tsx';
import { Card, Facts, Tag } from '../../components/parts.tsx';
import { useReader } from '../../i18n/reader.ts';
import { Choice, options } from '../../components/choice.tsx';
import { REJECTION_REASONS } from '../../../src/pipeline/travel/handover/handover-state.ts';

/**
 * A signature as it was given, for everybody, for one vehicle, or for whoever was found later; or
 * what corrects one.
 */
export type HandoverView = SignedVersion & {
  id: string;
  escortCount: number;
  employerCount: number;
  signedBy: string;
  signedAt: number;
  corrects: string | null;
  why: string;
};

/** What a version says of those whom the employer did not simply take: by name, and why. */
function Differences({
  version,
  nameOf,
}: {
  version: HandoverView;
  nameOf: (id: string) => string;
}) {
  const { t } = useReader();
  return (
    <ul class="lines">
      {version.rejected.map(({ placementId, reason }) => (
        <li>
          <b>{nameOf(placementId)}</b> {t.codes.corrected.rejected} · {t.codes.rejection[reason]}
        </li>
      ))}
      {version.absent.map(({ placementId, outcome }) => (
        <li>
          <b>{nameOf(placementId)}</b> {t.codes.corrected[outcome]}
        </li>
      ))}
    </ul>
  );
}

type CorrectionProps = {
  batchId: string;
  version: HandoverView;
  nameOf: (id: string) => string;
  typed: Typed;
};

function CorrectionForm({ batchId, version, nameOf, typed }: CorrectionProps) {
  const { t } = useReader();
  const w = t.travel.correction;
  const people = namedIn(version).map(
    (id) =>
      [id, `${nameOf(id)} · ${t.codes.corrected[saidOf(version, id) ?? 'accepted']}`] as const,
  );
  const mine = people.some(([id]) => id === typed.values['placementId'])
    ? typed
    : { values: {}, errors: {} };
  const field = { scope: version.id, typed: mine };
  return (
    <details
      open={
        useIsRefused(paths.handoverCorrection(batchId, version.id)) ||
        Object.keys(mine.errors).length > 0
      }
    >
      <summary>{w.title}</summary>
      <p class="sub">{w.what}</p>
      <Form to={paths.handoverCorrection(batchId, version.id)}>
        <Choice name="placementId" label={w.who} options={people} {...field} />
        <Choice
          name="outcome"
          label={w.outcome}
          options={options(t.codes.corrected, CORRECTED)}
          {...field}
        />
        <Choice
          name="reason"
          label={w.reason}
          options={options(t.codes.rejection, REJECTION_REASONS)}
          empty={w.noReason}
          {...field}
        />
        <Field name="name" label={w.agreedBy} autocomplete="off" {...field} />
        <Field name="why" label={w.why} autocomplete="off" {...field} />
        <button class="btn primary wide">{t.save}</button>
      </Form>
    </details>
  );
}

type Props = {
  s: Snapshot;
  handovers: HandoverView[];
  /** Reasons may name people of any village. */
  seesWhy: boolean;
  mayWrite: boolean;
  typed: Typed;
};

/**
 * What employers have signed, and what was put right in it since: each version stays, with who said
 * so and why.
 */
export function Handovers({ s, handovers, seesWhy, mayWrite, typed }: Props) {
  const { t, time } = useReader();
  const nameOf = (id: string) => s.placements.find((p) => p.id === id)?.name ?? '';
  const holds = new Set(standing(handovers).map(({ id }) => id));
  return (
    <>
      {handovers.map((each) => (
        <Card
          title={each.corrects === null ? t.travel.handover : t.travel.correction.version}
          id={`handover-${each.id}`}
        >
          {!holds.has(each.id) && <Tag look="wait">{t.travel.correction.superseded}</Tag>}
          <Facts
            rows={[
              [t.travel.escortCount, t.people(each.escortCount)],
              [t.travel.employerCount, t.people(each.employerCount)],
              [
                each.corrects === null ? t.employerLink.signedBy : t.travel.correction.agreedBy,
                `${each.signedBy} ${time(each.signedAt)}`,
              ],
              seesWhy && each.why !== '' && [t.travel.correction.why, each.why],
            ]}
          />
          {mayWrite && <Differences version={each} nameOf={nameOf} />}
          {mayWrite &&
            s.status === 'open' &&
            holds.has(each.id) &&
            each.people.length + each.absent.length > 0 && (
              <CorrectionForm batchId={s.id} version={each} nameOf={nameOf} typed={typed} />
            )}
        </Card>
      ))}
    </>
  );
}
