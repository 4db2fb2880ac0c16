import type { LinkPurpose } from '../../src/access/link.ts';
import { paths } from '../../src/paths.ts';
import { Card, ForwardText } from '../components/parts.tsx';
import { type Reader, named, useReader } from '../i18n/reader.ts';
import type { LinkSubject } from '../../src/desk/link-subject.ts';
import { Action } from '../components/action.tsx';

export function LandingBody({ purpose, token }: { purpose: LinkPurpose; token: string }) {
  const { t } = useReader();
  const words = t.link.landing[purpose];
  return (
    <>
      <section>
        <h1>{words.title}</h1>
        <p class="sub">{words.sub}</p>
      </section>
      <form method="post" action={paths.landing(token)}>
        <button class="btn primary wide">{words.button}</button>
      </form>
      <p class="hint">{t.link.private}</p>
    </>
  );
}

type Props = {
  id: string;
  purpose: LinkPurpose;
  about: LinkSubject | null;
  url: string;
  expiresAt: number;
  town: string;
  opened: number | null;
};

/**
 * What a link is about, in the words of the sentence that it is sent with: whoever has several of
 * them tells them apart.
 */
function called({ name, trade, headcount, day }: LinkSubject, { t, ...reader }: Reader): string {
  return [
    name,
    trade && named(t.codes.trade, trade),
    headcount && t.people(headcount),
    day && reader.day(day),
  ]
    .filter(Boolean)
    .join(' ');
}

export function LinkTextBody({ id, purpose, about, url, expiresAt, town, opened }: Props) {
  const reader = useReader();
  const { t, time } = reader;
  return (
    <>
      <Card title={t.link.for(t.codes.purpose[purpose])}>
        <ForwardText
          text={t.link.forward[purpose](town, about ? called(about, reader) : '', url)}
        />
        <p class="sub">
          {t.link.until(time(expiresAt))}
          {' · '}
          {opened ? t.link.openedAt(time(opened)) : t.link.notOpened}
        </p>
      </Card>
      <details class="card">
        <summary>{t.link.lost}</summary>
        <p class="sub">{t.link.revokeWhy}</p>
        <Action to={paths.linkRevocation(id)} label={t.link.revoke} wide />
      </details>
    </>
  );
}
