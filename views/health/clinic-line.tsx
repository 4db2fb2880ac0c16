import type { Child } from 'hono/jsx';
import { addDays, dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey, type Typed } from '../components/form.tsx';
import { Tag } from '../components/parts.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { type Conclusion, RESTRICTIONS } from '../../src/pipeline/health/health-state.ts';
import { Choice, options } from '../components/choice.tsx';

export type ClinicPerson = {
  id: string;
  name: string;
  last4: string;
  /** What this clinic has concluded; null while it has not, or took it back. */
  conclusion: Conclusion | null;
  /**
   * The newest word that this page knows of, so that two devices do not overrule each other unseen.
   */
  saw: string;
  canTakeBack: boolean;
};

function lookOf(conclusion: Conclusion) {
  return conclusion === 'fit' || conclusion === 'fit_restricted' ? 'ok' : 'wait';
}

type LineProps = {
  link: string;
  person: ClinicPerson;
  error: string | null;
  /** What was typed, where that was refused. */
  typed?: Typed | undefined;
  hidden?: boolean;
};

/**
 * A form of one person's line. Without a line to the server it waits on the device and goes by
 * itself.
 */
function LineForm({
  to,
  person,
  children,
}: {
  to: string;
  person: ClinicPerson;
  children?: Child;
}) {
  return (
    <form method="post" action={to} data-queue data-label={person.name}>
      <FormKey />
      <input type="hidden" name="saw" value={person.saw} />
      {children}
    </form>
  );
}

function OtherConclusions({
  error,
  open,
  to,
  person,
  typed,
}: Pick<LineProps, 'error' | 'person' | 'typed'> & { open: boolean; to: string }) {
  const { t, now } = useReader();
  return (
    <details class="tags" open={error !== null}>
      <summary>{open ? t.clinicLink.other : t.clinicLink.correct}</summary>
      <LineForm to={to} person={person}>
        <Choice
          name="restriction"
          scope={person.id}
          label={t.health.restriction}
          typed={typed}
          options={options(t.codes.restriction, RESTRICTIONS)}
          empty={t.health.noRestriction}
        />
        <button class="btn wide" name="conclusion" value="fit_restricted">
          {t.codes.health.fit_restricted}
        </button>
      </LineForm>
      <LineForm to={to} person={person}>
        <Field
          name="recheckBy"
          scope={person.id}
          label={t.health.recheckBy}
          typed={typed}
          type="date"
          value={addDays(dayOf(now), 7)}
        />
        <button class="btn wide" name="conclusion" value="recheck">
          {t.codes.health.recheck}
        </button>
      </LineForm>
      <LineForm to={to} person={person}>
        <div class="row">
          {(open ? (['unfit', 'no_show'] as const) : (['fit', 'unfit', 'no_show'] as const)).map(
            (conclusion) => (
              <button class="btn plain" name="conclusion" value={conclusion}>
                {t.codes.health[conclusion]}
              </button>
            ),
          )}
        </div>
      </LineForm>
    </details>
  );
}

/** One person of the day's list: one tap for what is common, a fold for the rest. */
export function ClinicLine({ link, person, error, typed, hidden = false }: LineProps) {
  const { t } = useReader();
  const to = paths.clinicConclusion(link, person.id);
  const open = person.conclusion === null;
  return (
    <li
      class="line"
      data-line={person.id}
      data-open={open ? 'yes' : 'no'}
      data-find={`${person.name} ${person.last4}`}
      hidden={hidden}
    >
      <span>
        <span class="name big">{person.name}</span>{' '}
        <span class="sub">{t.clinicLink.last4(person.last4)}</span>
      </span>
      {person.conclusion === null ? (
        <LineForm to={to} person={person}>
          <button class="btn primary" name="conclusion" value="fit">
            {t.codes.health.fit}
          </button>
        </LineForm>
      ) : (
        <Tag look={lookOf(person.conclusion)}>{t.codes.health[person.conclusion]}</Tag>
      )}
      {person.canTakeBack && (
        <LineForm to={paths.clinicTakeBack(link, person.id)} person={person}>
          <button class="btn quiet">{t.clinicLink.takeBack}</button>
        </LineForm>
      )}
      {error && (
        <p class="error" role="alert">
          {named(t.errors, error)}
        </p>
      )}
      <OtherConclusions error={error} open={open} to={to} person={person} typed={typed} />
    </li>
  );
}
