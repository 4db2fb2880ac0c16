import { addDays, dayOf } from '../../src/clock.ts';
import { type HealthState, RESTRICTIONS } from '../../src/pipeline/health/fitness.ts';
import { paths } from '../../src/paths.ts';
import { Action, Answers, Choice, Field, FormKey, options } from '../components/form.tsx';
import { Card, Empty, Tag } from '../components/parts.tsx';
import { named, useReader } from '../i18n/reader.ts';

type Person = { id: string; name: string; last4: string; health: HealthState };

const lookOf = (health: HealthState) =>
  health === 'fit' || health === 'fit_restricted' ? 'ok' : health === 'booked' ? undefined : 'wait';

/** One person of the day's list: one tap for what is common, a fold for the rest. */
export const ClinicLine = ({ link, person, error }: { link: string; person: Person; error: string | null }) => {
  const { t, now } = useReader();
  const to = paths.clinicConclusion(link, person.id);
  const open = person.health === 'booked';
  return (
    <li class="line">
      <span>
        <span class="name big">{person.name}</span> <span class="sub">{t.clinicLink.last4(person.last4)}</span>
      </span>
      {open ? (
        <Action to={to} label={t.codes.health.fit} look="primary" fields={{ conclusion: 'fit' }} swap="li" />
      ) : (
        <Tag look={lookOf(person.health)}>{t.codes.health[person.health]}</Tag>
      )}
      {error && (
        <p class="error" role="alert">
          {named(t.errors, error)}
        </p>
      )}
      <details class="tags" open={error !== null}>
        <summary>{open ? t.clinicLink.other : t.clinicLink.correct}</summary>
        <form method="post" action={to} hx-post={to} hx-target="closest li" hx-swap="outerHTML">
          <FormKey />
          <Choice
            name="restriction"
            label={t.health.restriction}
            options={options(t.codes.restriction, RESTRICTIONS)}
            empty={t.health.noRestriction}
          />
          <button class="btn wide" name="conclusion" value="fit_restricted">
            {t.codes.health.fit_restricted}
          </button>
        </form>
        <form method="post" action={to} hx-post={to} hx-target="closest li" hx-swap="outerHTML">
          <FormKey />
          <Field name="recheckBy" label={t.health.recheckBy} type="date" value={addDays(dayOf(now), 7)} />
          <button class="btn wide" name="conclusion" value="recheck">
            {t.codes.health.recheck}
          </button>
        </form>
        <Answers
          to={to}
          name="conclusion"
          choices={(open ? (['unfit', 'no_show'] as const) : (['fit', 'unfit', 'no_show'] as const)).map(
            (conclusion) => [conclusion, t.codes.health[conclusion]],
          )}
          swap="li"
        />
      </details>
    </li>
  );
};

type Props = { link: string; heldOn: string; people: Person[]; problem?: { id: string; error: string } };

export const ClinicLinkBody = ({ link, heldOn, people, problem }: Props) => {
  const { t, day } = useReader();
  const left = people.filter((p) => p.health === 'booked').length;
  return (
    <>
      <section>
        <h1>{t.clinicLink.heading(day(heldOn))}</h1>
        <p class="sub">{t.clinicLink.sub(people.length, left)}</p>
        <p class="hint">{t.clinicLink.onlyConclusion}</p>
      </section>
      <Card>
        {people.length === 0 ? (
          <Empty>{t.clinicLink.nobody}</Empty>
        ) : (
          <ul class="people">
            {people.map((person) => (
              <ClinicLine link={link} person={person} error={problem?.id === person.id ? problem.error : null} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
};
