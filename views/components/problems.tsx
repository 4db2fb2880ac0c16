import { type Child, createContext, useContext } from 'hono/jsx';
import { raw } from 'hono/html';
import { useReader } from '../i18n/reader.ts';

/** What is wrong with one field: where it is, what it is called, and why. */
export type Problem = { id: string; label: string; text: string };

const ProblemsContext = createContext<Problem[] | null>(null);

/** Tells whoever sums up the form around it what is wrong with a field; null where nothing is. */
export function useProblem(problem: Problem | null): void {
  const told = useContext(ProblemsContext);
  if (problem) told?.push(problem);
}

type Props = { head?: Child; children?: Child };

/**
 * Fields, and above them what is wrong, each a way to its field: the first that is seen and read
 * out. The fields are drawn first, since they know what they are called.
 */
export async function WithProblems({ head, children }: Props) {
  const told: Problem[] = [];
  const fields = (<ProblemsContext.Provider value={told}>{children}</ProblemsContext.Provider>) as {
    toString: () => string | Promise<string>;
  };
  const drawn = await fields.toString();
  return (
    <>
      {(head || told.length > 0) && <Summary head={head} problems={told} />}
      {raw(drawn)}
    </>
  );
}

function Summary({ head, problems }: { head: Child; problems: Problem[] }) {
  const { t } = useReader();
  return (
    <div class="notice bad problems" role="alert" tabindex={-1} autofocus>
      <p>{head ?? t.toPutRight(problems.length)}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ id, label, text }) => (
            <li>
              <a href={`#${id}`}>{label ? t.problemAt(label, text) : text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What is wrong with several fields at once, where they stand. */
export function FieldError({ id, label, text }: Problem) {
  useProblem({ id, label, text });
  return (
    <p class="error" role="alert" id={id}>
      {text}
    </p>
  );
}
