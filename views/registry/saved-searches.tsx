import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';
import type { Filters } from './people-filters.tsx';

export type Saved = { id: string; name: string; query: string; href: string };

export function SavedSearches({ saved, filters }: { saved: Saved[]; filters: Filters }) {
  const { t } = useReader();
  const w = t.workers;
  const here = new URLSearchParams(filters).toString();
  const current = saved.find(({ query }) => query === here);
  return (
    <>
      {saved.length > 0 && (
        <nav class="chips" aria-label={w.savedSearches}>
          {saved.map(({ name, query, href }) => (
            <a
              class="btn"
              href={href}
              {...(query === here ? { 'aria-current': 'true' as const } : {})}
            >
              {name}
            </a>
          ))}
        </nav>
      )}
      {current && (
        <Action
          to={paths.savedSearchRemoval(current.id)}
          label={w.removeSearch(current.name)}
          look="quiet"
        />
      )}
      {!current && here !== '' && (
        <details open={useIsRefused(paths.savedSearches)}>
          <summary>{w.saveSearch}</summary>
          <Form to={paths.savedSearches}>
            <input type="hidden" name="query" value={here} />
            <Field name="name" label={w.searchName} />
            <button class="btn">{t.save}</button>
          </Form>
        </details>
      )}
    </>
  );
}
