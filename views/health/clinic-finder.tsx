import { paths } from '../../src/paths.ts';
import { nameKey } from '../../src/registry/name.ts';
import { useReader } from '../i18n/reader.ts';
import type { ClinicPerson } from './clinic-line.tsx';

export const CLINIC_FILTERS = ['all', 'open', 'done'] as const;

export type ClinicFilter = (typeof CLINIC_FILTERS)[number];

export type Shown = { q: string; only: ClinicFilter };

export function fits({ name, last4, conclusion }: ClinicPerson, { q, only }: Shown): boolean {
  if (q !== '') return nameKey(`${name}${last4}`).includes(nameKey(q));
  return only === 'all' || (only === 'open') === (conclusion === null);
}

type FinderProps = { link: string; people: ClinicPerson[]; shown: Shown };

/**
 * Looks for somebody, or leaves only those who are still to be examined: at once on the device, by
 * the server without script.
 */
export function Finder({ link, people, shown }: FinderProps) {
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
