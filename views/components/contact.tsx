import { contactParts } from '../../src/settings/contact.ts';

/** Whom to call, each number in it to be tapped. */
export function Contact({ contact }: { contact: string }) {
  return (
    <>
      {contactParts(contact).map(({ text, dial }) =>
        dial === null ? text : <a href={`tel:${dial}`}>{text}</a>,
      )}
    </>
  );
}
