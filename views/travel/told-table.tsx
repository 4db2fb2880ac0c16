import type { Child } from 'hono/jsx';

type Props = { label: string; heads: string[]; rows: Child[][] };

/** A table of a report, whose sentences wrap. */
export function Table({ label, heads, rows }: Props) {
  return (
    <section class="scroll" tabindex={0} aria-label={label}>
      <table class="told">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
