import type { Child } from 'hono/jsx';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

/** In the place of a sheet on which nobody would stand. */
export function NothingToPrint({ children }: { children: Child }) {
  return (
    <Card>
      <Empty>{children}</Empty>
    </Card>
  );
}

/** A page that is made to be printed: on the screen it shows what comes, and the button. */
export function PrintFrame({ children }: { children: Child }) {
  const { t } = useReader();
  return (
    <article class="paper">
      <button type="button" class="btn primary wide no-print" data-print hidden>
        {t.travel.print}
      </button>
      {children}
    </article>
  );
}

type RunningProps = { title: string; about: string; children: Child };

/**
 * A sheet that may go on over several pages. On paper its heading is that of a table, which stands
 * on each of them.
 */
export function RunningSheet({ title, about, children }: RunningProps) {
  return (
    <PrintFrame>
      <h1 class="no-print">{title}</h1>
      <p class="no-print">{about}</p>
      <table class="pages" role="presentation">
        <thead>
          <tr>
            <td>
              <b>{title}</b> {about}
            </td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{children}</td>
          </tr>
        </tbody>
      </table>
    </PrintFrame>
  );
}
