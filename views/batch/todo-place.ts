import { paths } from '../../src/paths.ts';
import type { Todo } from '../../src/pipeline/todo.ts';

/** Where a step is done. What several people share leads to all of them. */
export function place(todo: Todo, batchId: string, orderId: string): string {
  switch (todo.kind) {
    case 'send_order':
    case 'chase_reply':
    case 'answer_counter':
    case 'send_again':
      return paths.order(orderId);
    case 'propose':
    case 'offer':
    case 'select':
    case 'settle_places':
      return paths.recruitment(batchId);
    case 'tell':
      return paths.workerLinks(batchId);
    case 'reconsent':
    case 'chase_offer':
    case 'place_offer':
      return personOr(todo, paths.recruitment(batchId));
    case 'recheck':
    case 'barred':
    case 'repeat_medical':
      return personOr(todo, paths.healthPage(batchId));
    case 'return_paper':
    case 'renew_paper':
    case 'sign_contract':
      return personOr(todo, paths.documents(batchId));
    case 'barred_by_law':
    case 'answer_question':
    case 'find_missing':
    case 'help_onward':
    case 'promote':
    case 'not_fit_today':
    case 'release':
      return personOr(todo, paths.batchFiltered(batchId, 'all'));
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

function personOr({ placementId }: Todo, all: string): string {
  return placementId === null ? all : paths.placement(placementId);
}
