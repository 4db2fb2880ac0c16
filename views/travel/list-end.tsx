import type { Child } from 'hono/jsx';

type Props = { rows: Child[]; columns: number; children: Child };

/** How many lines of a list go along with what follows it. */
const KEPT = 3;

/**
 * The rows of a list, the last of them on one page with what follows: a sum or a signature never
 * stands alone.
 */
export function RowsWithEnd({ rows, columns, children }: Props) {
  const cut = Math.max(0, rows.length - KEPT);
  return (
    <>
      <tbody>{rows.slice(0, cut)}</tbody>
      <tbody class="unbroken">
        {rows.slice(cut)}
        <tr>
          <td class="after" colspan={columns}>
            {children}
          </td>
        </tr>
      </tbody>
    </>
  );
}
