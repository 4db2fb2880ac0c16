import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { useReader } from '../i18n/reader.ts';
import { termsAloud } from './terms-aloud.ts';

/** The button that reads the terms aloud, and what is said where a phone has no voice. */
type TermsAloudProps = {
  terms: Terms;
  contact: string;
  /**
   * Whether the two buttons of the answer stand under them, to be told apart by whoever cannot
   * read.
   */
  answers?: boolean;
};

export function TermsAloud({ terms, contact, answers = false }: TermsAloudProps) {
  const reader = useReader();
  const w = reader.t.workerLink;
  return (
    <div class="no-print">
      <button
        type="button"
        class="btn wide"
        data-speak={termsAloud(terms, reader, contact, answers)}
        hidden
      >
        {w.readAloud}
      </button>
      <span class="hint" data-mute role="status" hidden>
        {w.cannotSpeak}
      </span>
    </div>
  );
}
