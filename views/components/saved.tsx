import { paths } from '../../src/paths.ts';
import type { DoneNote } from '../../src/http/done-note.ts';
import { useReader } from '../i18n/reader.ts';
import { Action } from './action.tsx';

/** Says where the thumb is that something was saved, and takes it back where it was one tap. */
export function Saved({ note }: { note: DoneNote }) {
  const { t } = useReader();
  return (
    <div class="saved no-print" role="status">
      <span>{note.who ? t.savedFor(note.who) : t.saved}</span>
      {note.undo && (
        <Action to={paths.takingBack(note.undo.batchId, note.undo.seq)} label={t.undo} />
      )}
    </div>
  );
}
