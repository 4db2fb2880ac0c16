import { paths } from '../../src/paths.ts';
import { useReader } from '../i18n/reader.ts';
import type { Todo } from '../../src/pipeline/todo.ts';
import { Action } from '../components/action.tsx';

type Props = { todos: Todo[]; batchId: string; orderId: string; mayWrite: boolean };

function place(todo: Todo, batchId: string, orderId: string): string {
  switch (todo.kind) {
    case 'send_order':
    case 'chase_reply':
    case 'answer_counter':
    case 'send_again':
      return paths.order(orderId);
    case 'propose':
    case 'offer':
    case 'select':
      return paths.recruitment(batchId);
    case 'reconsent':
      return todo.placementId === null
        ? paths.recruitment(batchId)
        : paths.placement(todo.placementId);
    case 'chase_offer':
    case 'recheck':
    case 'barred':
    case 'find_missing':
    case 'help_onward':
    case 'promote':
    case 'place_offer':
    case 'return_paper':
    case 'repeat_medical':
    case 'renew_paper':
    case 'sign_contract':
    case 'not_fit_today':
      return paths.placement(todo.placementId ?? '');
    case 'release':
      return paths.batchFiltered(batchId, 'all');
    case 'book_exam':
    case 'conclude':
      return paths.healthPage(batchId);
    case 'papers':
      return paths.documents(batchId);
    case 'plan_travel':
    case 'lock':
    case 'depart':
    case 'record_arrival':
    case 'hand_over':
      return paths.travel(batchId);
    case 'board':
    case 'arrive':
    case 'settle_call':
      return paths.rollCall(batchId);
    case 'visit':
      return paths.followUp(batchId);
  }
}

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
