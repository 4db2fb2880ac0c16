import { contactParts } from '../../src/settings/contact.ts';

/** Whom to call, each number in it to be tapped. */
export const Contact = ({ contact }: { contact: string }) => (
  <>{contactParts(contact).map(({ text, dial }) => (dial === null ? text : <a href={`tel:${dial}`}>{text}</a>))}</>
);
