import { ASSETS } from '../asset-names.ts';
import { useReader } from '../i18n/reader.ts';

/**
 * What waits on this device because the line is dead: how much, a button to send it now, and what
 * was refused and why. The script that keeps it comes with it; without script the forms of the page
 * are sent at once, as ever. `below`: at the foot of the screen, where it pushes no list away under
 * the thumb.
 */
export function QueueBar({ below = false }: { below?: boolean }) {
  const { t, now } = useReader();
  const w = t.queue;
  return (
    <>
      <section
        id="queue"
        class={below ? 'queue below' : 'queue'}
        role="status"
        hidden
        data-waiting={w.waiting}
        data-refused={w.refused}
        data-full={w.full}
        data-signin={w.signIn}
        data-over={w.over}
        data-seen={w.seen}
        data-drop={w.drop}
        data-mark={w.pending}
        data-notheld={w.notHeld}
        data-gateway={w.gateway}
        data-refusedwhy={w.refusedWhy}
        data-time={now}
      >
        <p data-text></p>
        <button type="button" class="btn" data-send>
          {w.sendNow}
        </button>
        <ul class="lines" data-refusals></ul>
        <details class="tags">
          <summary>{w.whatWaits}</summary>
          <ul class="lines" data-left></ul>
        </details>
      </section>
      <script src={ASSETS.queue} defer></script>
    </>
  );
}
