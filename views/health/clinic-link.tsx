import type { Child } from 'hono/jsx';
import { addDays, dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { Choice, Field, FormKey, options, type Typed } from '../components/form.tsx';
import { nameKey } from '../../src/registry/name.ts';
import { Card, Empty, Notice, Tag } from '../components/parts.tsx';
import { QueueBar } from '../components/queue-bar.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { type Conclusion, RESTRICTIONS } from '../../src/pipeline/health/health-state.ts';

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

/** One person of the day's list: one tap for what is common, a fold for the rest. */
export function ClinicLine({ link, person, error, typed, hidden = false }: LineProps) {
  const { t, now } = useReader();
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
    </li>
  );
}

export const CLINIC_FILTERS = ['all', 'open', 'done'] as const;
export type ClinicFilter = (typeof CLINIC_FILTERS)[number];

type Shown = { q: string; only: ClinicFilter };

function fits({ name, last4, conclusion }: ClinicPerson, { q, only }: Shown): boolean {
  if (q !== '') return nameKey(`${name}${last4}`).includes(nameKey(q));
  return only === 'all' || (only === 'open') === (conclusion === null);
}

type FinderProps = { link: string; people: ClinicPerson[]; shown: Shown };

/**
 * Looks for somebody, or leaves only those who are still to be examined: at once on the device, by
 * the server without script.
 */
function Finder({ link, people, shown }: FinderProps) {
  const { t } = useReader();
  const w = t.clinicLink;
  const left = people.filter((p) => p.conclusion === null).length;
  const counts = { all: people.length, open: left, done: people.length - left };
  return (
    <>
      <form
        method="get"
        action={paths.clinicLink(link)}
        data-find
        data-show={shown.only}
        class="field"
        role="search"
      >
        <label for="find">{w.find}</label>
        <input
          id="find"
          name="q"
          type="search"
          value={shown.q}
          autocomplete="off"
          enterkeyhint="search"
        />
        <noscript>
          <button class="btn">{w.find}</button>
        </noscript>
      </form>
      <nav class="chips" data-part="counts">
        {CLINIC_FILTERS.map((each) => (
          <a
            class="btn"
            href={`${paths.clinicLink(link)}?show=${each}`}
            data-show-only={each}
            {...(each === shown.only ? { 'aria-current': 'true' as const } : {})}
          >
            {w.filters[each](counts[each])}
          </a>
        ))}
      </nav>
    </>
  );
}

/**
 * The clinic's word that everybody who came is examined. Whoever has no conclusion is named before
 * it is said.
 */
function Finish({ link, people }: { link: string; people: ClinicPerson[] }) {
  const { t } = useReader();
  const w = t.clinicLink;
  const open = people.filter((p) => p.conclusion === null).map((p) => p.name);
  return (
    <details class="card" data-part="finish">
      <summary>{w.finish}</summary>
      <p>{open.length === 0 ? w.allDone : w.stillOpen(open.length, open.join(t.nameComma))}</p>
      <form method="post" action={paths.clinicFinish(link)}>
        <FormKey />
        <button class="btn primary wide">{w.finishYes}</button>
      </form>
    </details>
  );
}

type Props = {
  link: string;
  day: { heldOn: string; finishedAt: number | null };
  people: ClinicPerson[];
  /** Another when anything on the list has changed. */
  version: string;
  shown: Shown;
  problem?: { id: string; error: string; typed: Typed | undefined } | undefined;
};

/**
 * Whoever waits first; those who are done below. A line that a tap has just settled stays where it
 * is until the page is read anew.
 */
function openFirst(people: readonly ClinicPerson[]): ClinicPerson[] {
  return [
    ...people.filter(({ conclusion }) => conclusion === null),
    ...people.filter(({ conclusion }) => conclusion !== null),
  ];
}

export function ClinicLinkBody({
  link,
  day: { heldOn, finishedAt },
  people,
  version,
  shown,
  problem,
}: Props) {
  const { t, day, time } = useReader();
  const left = people.filter((p) => p.conclusion === null).length;
  return (
    <>
      <section>
        <h1>{t.clinicLink.heading(day(heldOn))}</h1>
        <p class="sub" data-part="left">
          {t.clinicLink.sub(people.length, left)}
        </p>
        <p class="hint">{t.clinicLink.onlyConclusion}</p>
      </section>
      <div data-part="finished" hidden={finishedAt === null}>
        {finishedAt !== null && <Notice>{t.clinicLink.finished(time(finishedAt))}</Notice>}
      </div>
      {people.length > 6 && <Finder link={link} people={people} shown={shown} />}
      <Card>
        {people.length === 0 ? (
          <Empty>{t.clinicLink.nobody}</Empty>
        ) : (
          <ul class="people" data-find-in data-version={version}>
            {openFirst(people).map((person) => (
              <ClinicLine
                link={link}
                person={person}
                error={problem?.id === person.id ? problem.error : null}
                typed={problem?.id === person.id ? problem.typed : undefined}
                hidden={!fits(person, shown)}
              />
            ))}
          </ul>
        )}
      </Card>
      {people.length > 0 && finishedAt === null && <Finish link={link} people={people} />}
      <QueueBar below />
    </>
  );
}
