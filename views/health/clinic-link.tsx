import type { Typed } from '../components/form.tsx';
import { Card, Empty, Notice } from '../components/parts.tsx';
import { QueueBar } from '../components/queue-bar.tsx';
import { useReader } from '../i18n/reader.ts';
import { type Shown, fits, Finder } from './clinic-finder.tsx';
import { type ClinicPerson, ClinicLine } from './clinic-line.tsx';
import { Finish } from './finish.tsx';

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
