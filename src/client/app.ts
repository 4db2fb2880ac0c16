/** The little script of every page: what plain HTML cannot do. Every page works without it. */

import { mayGo } from './reached.ts';
import { submitterOf } from './submitter.ts';

function forward(button: Element): string {
  return button.closest('.forward')?.querySelector('textarea')?.value ?? '';
}

async function copy(button: Element): Promise<void> {
  const area = button.closest('.forward')?.querySelector('textarea');
  try {
    await navigator.clipboard.writeText(forward(button));
  } catch {
    // Older WebViews have no clipboard API; selecting and the old command still work there.
    area?.select();
    document.execCommand('copy');
  }
  const told = button.closest('.forward')?.querySelector('[data-copied]');
  told?.removeAttribute('hidden');
}

/** How long a voice may take to begin. Many phones have the part and no voice in it. */
const SPEECH_MS = 3000;

/** Says beside the button that this phone cannot read aloud. */
function cannotSpeak(button: Element): void {
  const told = button.parentElement?.querySelector('[data-mute]');
  told?.removeAttribute('hidden');
}

function speak(button: Element, text: string): void {
  let hasBegun = false;
  const silent = (): void => {
    if (!hasBegun) cannotSpeak(button);
  };
  try {
    speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = document.documentElement.lang;
    utterance.rate = 0.9;
    utterance.addEventListener('start', () => {
      hasBegun = true;
      button.parentElement?.querySelector('[data-mute]')?.setAttribute('hidden', '');
    });
    utterance.addEventListener('error', (event) => {
      if (event.error !== 'canceled' && event.error !== 'interrupted') cannotSpeak(button);
    });
    speechSynthesis.speak(utterance);
    setTimeout(silent, SPEECH_MS);
  } catch {
    cannotSpeak(button);
  }
}

/** Engines before 2022 put the focus on fields only: what is wrong is read first in all of them. */
document.querySelector<HTMLElement>('.problems[autofocus]')?.focus();

const can: Record<string, boolean> = {
  copy: true,
  share: 'share' in navigator,
  speak: 'speechSynthesis' in globalThis,
  print: true,
};

function show(root: ParentNode): void {
  for (const [name, able] of Object.entries(can))
    if (able)
      for (const button of root.querySelectorAll(`[data-${name}]`))
        button.removeAttribute('hidden');
}

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest('button');
  if (!button) return;
  if (button.hasAttribute('data-copy')) void copy(button);
  if (button.hasAttribute('data-share'))
    void navigator.share({ text: forward(button) }).catch(() => undefined);
  if (button.hasAttribute('data-print')) print();
  const text = button.getAttribute('data-speak');
  if (text) speak(button, text);
});

/**
 * For so long a form that was sent is not sent again. Whoever stopped a slow page, or lost the
 * line, may try again after it.
 */
const SENT_MS = 8000;

/** A form is sent once, however often the button is tapped while the line is slow. */
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== 'post' || form.hasAttribute('hx-post') || !mayGo(event)) return;
  if (form.dataset['sent']) event.preventDefault();
  form.dataset['sent'] = 'yes';
  setTimeout(() => {
    delete form.dataset['sent'];
  }, SENT_MS);
});
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset['sent'];
});

/** How many are accepted follows from the choices beside the names. */
function countAccepted(form: Element): void {
  const output = form.querySelector('[data-accepted]');
  const accepted = [...form.querySelectorAll('select')].filter((each) => each.value === '').length;
  if (output)
    output.textContent = (output.getAttribute('data-accepted') ?? '{n}').replace(
      '{n}',
      String(accepted),
    );
}
document.addEventListener('change', (event) => {
  const form = (event.target as Element).closest('form[data-accepts]');
  if (form) countAccepted(form);
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-accepts]')) countAccepted(form);
});

/**
 * A whole ID number typed into the search is cut to its last four digits before anything is sent:
 * addresses are kept by many.
 */
function cut(event: Event): void {
  const box =
    event.target instanceof HTMLFormElement ? event.target.elements.namedItem('q') : event.target;
  if (!(box instanceof HTMLInputElement) || box.name !== 'q') return;
  const plain = box.value.replaceAll(/\s/g, '');
  if (/^\d{17}[\dXx]$/.test(plain) || (event.type === 'submit' && /^\d{12,}$/.test(plain)))
    box.value = plain.slice(-4);
}
document.addEventListener('input', cut, true);
document.addEventListener('submit', cut, true);

type HtmxRequest = {
  detail: {
    ctx: {
      sourceEvent?: SubmitEvent;
      sourceElement: Element;
      request: { headers: Record<string, string>; body?: FormData };
      response?: Response;
    };
  };
};
const tags = new WeakMap<Element, string>();

/**
 * Polling sends the tag of what is shown, so an unchanged page costs a 304 and no redraw; a hidden
 * page does not poll.
 */
document.addEventListener('htmx:config:request', (event) => {
  const { ctx } = (event as unknown as HtmxRequest).detail;
  // Half an ID number is no search either.
  if (
    ctx.sourceElement instanceof HTMLInputElement &&
    /^\d{12,}/.test(ctx.sourceElement.value.replaceAll(/\s/g, ''))
  )
    return event.preventDefault();
  const { sourceEvent } = ctx;
  // Browsers before 2022 do not say by which button a form is sent.
  if (sourceEvent?.type === 'submit' && !sourceEvent.submitter) {
    const button = submitterOf(sourceEvent);
    if (button?.name) ctx.request.body?.set(button.name, button.value);
  }
  if (sourceEvent?.type !== 'every') return;
  if (document.hidden) return event.preventDefault();
  const tag = tags.get(ctx.sourceElement);
  if (tag) ctx.request.headers['If-None-Match'] = tag;
});
document.addEventListener('htmx:after:request', (event) => {
  const { ctx } = (event as unknown as HtmxRequest).detail;
  if (ctx.sourceEvent?.type !== 'every' || ctx.response?.status !== 200) return;
  const tag = ctx.response.headers.get('etag');
  if (tag) tags.set(ctx.sourceElement, tag);
});

show(document);
