import { useReader } from '../i18n/reader.ts';

/**
 * How a consent was given before a witness; each sends the form that it stands in, with the terms
 * that were heard.
 */
export function MannerButtons({ hash }: { hash: string }) {
  const { t } = useReader();
  return (
    <>
      <input type="hidden" name="hash" value={hash} />
      <div class="row">
        <button class="btn primary" name="manner" value="spoken">
          {t.codes.manner.spoken}
        </button>
        <button class="btn" name="manner" value="paper">
          {t.codes.manner.paper}
        </button>
      </div>
    </>
  );
}
