/**
 * The button that was pressed last: browsers before 2022 (Safari 15.4) do not say which one sent a
 * form.
 */
let pressed: HTMLButtonElement | null = null;
document.addEventListener(
  'click',
  (event) => {
    pressed = (event.target as Element).closest('button');
  },
  true,
);

/** The button by which a form is sent; null where it was sent by the keyboard. */
export function submitterOf(event: SubmitEvent): HTMLButtonElement | null {
  const button = event.submitter as HTMLElement | null | undefined;
  if (button instanceof HTMLButtonElement) return button;
  return pressed?.form === event.target ? pressed : null;
}

/** What a form holds, with the button that sends it; browsers before 2023 leave that out. */
export function dataOf(form: HTMLFormElement, button: HTMLButtonElement | null): FormData {
  const data = new FormData(form);
  if (button && button.name !== '') data.append(button.name, button.value);
  return data;
}
