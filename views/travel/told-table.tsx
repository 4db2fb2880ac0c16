import type { Child } from 'hono/jsx';

type Props = { label: string; heads: string[]; rows: Child[][] };

/** A table of a report, whose sentences wrap. */
export const Table = ({ label, heads, rows }: Props) => (
  <div class="scroll" tabindex={0} role="region" aria-label={label}>
    <table class="told">
      <thead>
        <tr>
          {heads.map((head) => (
            <th>{head}</th>
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
  </div>
);
