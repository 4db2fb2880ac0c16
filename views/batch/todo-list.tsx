import { paths } from '../../src/paths.ts';
import { useReader } from '../i18n/reader.ts';
import type { Todo } from '../../src/pipeline/todo.ts';
import { Action } from '../components/action.tsx';
import { place } from './todo-place.ts';

type Props = { todos: Todo[]; batchId: string; orderId: string; mayWrite: boolean };

/** The one tap that does it, or the way to where it is done. */
function Do({ todo, look, to }: { todo: Todo; look: 'primary' | 'plain'; to: string }) {
  const { t } = useReader();
  const { kind, placementId, ref } = todo;
  const { button } = t.todo[kind];
  if (kind === 'promote' && placementId)
    return <Action to={paths.promotion(placementId)} label={button} look={look} />;
  if (kind === 'return_paper' && placementId && ref)
    return <Action to={paths.custodyReturn(placementId, ref)} label={button} look={look} />;
  return (
    <a class={`btn ${look}`} href={to}>
      {button}
    </a>
  );
}

/**
 * What to do now: each line says who, why and by when, and has one button. The first is the red
 * one.
 */
export function TodoList({ todos, batchId, orderId, mayWrite }: Props) {
  const { t, now, time } = useReader();
  return (
    <ul class="todo-list">
      {todos.map((todo, i) => {
        const words = t.todo[todo.kind];
        const look = i === 0 ? 'primary' : 'plain';
        return (
          <li>
            <div>
              <p>
                {todo.name && <b>{todo.name} </b>}
                {words.text(todo.count)}
              </p>
              {todo.dueAt !== null && (
                <p class={todo.dueAt <= now ? 'why late' : 'why'}>
                  {todo.dueAt <= now ? t.overdueSince(time(todo.dueAt)) : t.dueBy(time(todo.dueAt))}
                </p>
              )}
            </div>
            {mayWrite && <Do todo={todo} look={look} to={place(todo, batchId, orderId)} />}
          </li>
        );
      })}
    </ul>
  );
}
