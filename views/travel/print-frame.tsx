import type { Child } from 'hono/jsx';
import { useReader } from '../i18n/reader.ts';

/** A page that is made to be printed: on the screen it shows what comes, and the button. */
export const PrintFrame = ({ children }: { children: Child }) => {
  const { t } = useReader();
  return (
    <article class="paper">
      <button type="button" class="btn primary wide no-print" data-print hidden>
        {t.travel.print}
      </button>
      {children}
    </article>
  );
};
