import type { Child } from 'hono/jsx';
import type { LinkPurpose } from '../../src/access/link.ts';
import { paths } from '../../src/paths.ts';
import { useReader } from '../i18n/reader.ts';
import { Action } from './action.tsx';

export function Card({ title, id, children }: { title?: Child; id?: string; children?: Child }) {
  return (
    <section class="card" id={id}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

export function Tag({
  look,
  children,
}: {
  look?: 'ok' | 'wait' | 'bad' | undefined;
  children?: Child;
}) {
  return <span class={look ? `tag ${look}` : 'tag'}>{children}</span>;
}

export function Facts({
  rows,
}: {
  rows: (readonly [label: Child, value: Child] | null | false)[];
}) {
  return (
    <dl>
      {rows.map(
        (row) =>
          row && (
            <>
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </>
          ),
      )}
    </dl>
  );
}

/** An empty list says what to do first. */
export function Empty({ children }: { children?: Child }) {
  return <p class="empty">{children}</p>;
}

/** "More" of a keyset list: the address carries the last row's key. */
export function More({ href }: { href: string | null }) {
  const { t } = useReader();
  return href ? (
    <a class="btn wide" href={href}>
      {t.more}
    </a>
  ) : null;
}

/** Something done well, or refused, said at the top of a page and to screen readers. */
export function Notice({
  look = 'ok',
  children,
}: {
  look?: 'ok' | 'bad' | 'wait';
  children?: Child;
}) {
  return (
    <p class={`notice ${look}`} role={look === 'bad' ? 'alert' : 'status'}>
      {children}
    </p>
  );
}

/** The sentence to paste into WeChat, with its link: copy, or share where the phone can. */
export function ForwardText({ text }: { text: string }) {
  const { t } = useReader();
  return (
    <div class="forward">
      <textarea readonly rows={4} aria-label={t.forward.label}>
        {text}
      </textarea>
      <div class="row">
        <button type="button" class="btn primary" data-copy hidden>
          {t.forward.copy}
        </button>
        <button type="button" class="btn" data-share hidden>
          {t.forward.share}
        </button>
      </div>
      <p class="hint" data-copied hidden role="status">
        {t.forward.copied}
      </p>
      <noscript>
        <p class="hint">{t.forward.byHand}</p>
      </noscript>
    </div>
  );
}

/** A call by one tap; nothing where there is no number to call. */
export function Call({ phone, name }: { phone: string; name?: string }) {
  const { t } = useReader();
  if (phone === '') return null;
  return (
    <a class="btn" href={`tel:${phone}`} aria-label={t.call(name ?? phone)}>
      {t.callShort}
    </a>
  );
}

type LinkButtonProps = {
  linkId: string | null;
  purpose: LinkPurpose;
  subjectId: string;
  batchId?: string;
  look?: 'primary' | 'plain';
  wide?: boolean;
};

/**
 * To the text to forward; or, where there is no live link (never issued, ended, expired), issues
 * one.
 */
export function LinkButton({
  linkId,
  purpose,
  subjectId,
  batchId,
  look = 'plain',
  wide,
}: LinkButtonProps) {
  const { t } = useReader();
  return linkId ? (
    <a class={`btn ${look}${wide ? ' wide' : ''}`} href={paths.linkText(linkId)}>
      {t.forward.open}
    </a>
  ) : (
    <Action
      to={paths.links}
      label={t.link.issue}
      look={look}
      {...(wide ? { wide } : {})}
      fields={{ purpose, subjectId, ...(batchId ? { batchId } : {}) }}
    />
  );
}
