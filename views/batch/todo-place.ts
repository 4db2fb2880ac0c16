import { paths } from '../../src/paths.ts';
import type { Todo } from '../../src/pipeline/todo.ts';

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
