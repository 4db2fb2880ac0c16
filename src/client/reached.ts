import { HERE } from '../answer-mark.ts';
import { ask, codeOf } from './own-answer.ts';
import { submitterOf } from './submitter.ts';

/** Longer than a slow line takes for an answer without content. */
const PATIENCE_MS = 8000;

/** Whether the station itself answers now, and not whoever stands between. */
async function isReached(): Promise<boolean> {
  try {
    return codeOf(await ask(HERE, PATIENCE_MS, { cache: 'no-store' })) === 'ok';
  } catch {
    return false;
  }
}

function say(form: HTMLFormElement, text: string): void {
  const told = form.querySelector('[data-unsent]') ?? document.createElement('p');
  told.setAttribute('data-unsent', '');
  told.setAttribute('role', 'alert');
  told.className = 'error';
  told.textContent = text;
  if (!told.isConnected) form.append(told);
}

/**
 * Sends a form as if by its button, which older browsers cannot be told: what the button says goes
 * as a field.
 */
function sendBy(form: HTMLFormElement, button: HTMLButtonElement | null): void {
  const said = document.createElement('input');
  said.type = 'hidden';
  said.name = button?.name ?? '';
  said.value = button?.value ?? '';
  form.append(said);
  form.submit();
  said.remove();
}

const asking = new WeakSet<HTMLFormElement>();

async function askFirst(
  form: HTMLFormElement,
  button: HTMLButtonElement | null,
  unsent: string,
): Promise<void> {
  asking.add(form);
  const reached = await isReached();
  asking.delete(form);
  if (!reached) {
    say(form, unsent);
    return;
  }
  form.querySelector('[data-unsent]')?.remove();
  sendBy(form, button);
}

/**
 * Behind a link a form is sent only once the station answers: a gateway that takes a yes for itself
 * would show a page of its own, and what was said would be lost with the page. Whether the form may
 * go now; where it may not, it goes by itself or says why it does not.
 */
export function mayGo(event: SubmitEvent): boolean {
  const form = event.target as HTMLFormElement;
  const unsent = form.closest('main')?.getAttribute('data-unsent');
  if (!unsent || typeof AbortController !== 'function') return true;
  event.preventDefault();
  if (!asking.has(form)) void askFirst(form, submitterOf(event), unsent);
  return false;
}
