import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { NOT_PHOTOGRAPHED } from '../../src/pipeline/documents/photo.ts';
import { paths } from '../../src/paths.ts';
import { FormKey } from '../components/form.tsx';
import { QueueBar } from '../components/queue-bar.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Choice, options } from '../components/choice.tsx';
import type { PaperKind } from '../../src/pipeline/documents/paper-kind.ts';

export type Photo = { id: string; kind: PaperKind; at: number };

/**
 * Takes a photo with the phone's camera; without a line it stays on the phone and goes by itself.
 */
export function Camera({ s, p, photos }: { s: Snapshot; p: Placement; photos: Photo[] }) {
  const { t, time } = useReader();
  const w = t.photos;
  const kinds = s.requirements.filter((kind) => !NOT_PHOTOGRAPHED.includes(kind));
  return (
    <>
      <QueueBar />
      <details open={photos.length > 0}>
        <summary>{w.title(photos.length)}</summary>
        <ul class="lines">
          {photos.map((photo) => (
            <li>
              <a
                href={paths.photo(photo.id)}
              >{`${t.codes.paper[photo.kind]} · ${time(photo.at)}`}</a>
            </li>
          ))}
        </ul>
        <form
          method="post"
          action={paths.photos(p.id)}
          enctype="multipart/form-data"
          data-queue
          data-label={`${p.name} ${w.one}`}
        >
          <FormKey />
          <Choice
            name="kind"
            scope="photo"
            label={t.documents.paper}
            options={options(t.codes.paper, kinds)}
          />
          <div class="field">
            <label for="photo">{w.take}</label>
            <input
              id="photo"
              name="photo"
              type="file"
              accept="image/jpeg,image/png"
              capture="environment"
              required
              data-shrink
            />
            <span class="hint">{w.hint}</span>
          </div>
          <button class="btn wide">{w.send}</button>
        </form>
      </details>
    </>
  );
}
