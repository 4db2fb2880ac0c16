import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { OwnDataProps } from './own-data-view.ts';

export function Reveals({ reveals }: Pick<OwnDataProps, 'reveals'>) {
  const { time, t } = useReader();
  const w = t.ownData;
  return (
    <Card title={w.reveals}>
      {reveals.length === 0 ? (
        <p>{w.noReveals}</p>
      ) : (
        <ul class="lines">
          {reveals.map(({ at, by, reason }) => (
            <li>
              <time>{time(at)}</time> {t.workers.revealedBy(by || t.somebody, reason)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function LinksMade({ links }: Pick<OwnDataProps, 'links'>) {
  const { time, t, now } = useReader();
  const w = t.ownData;
  return (
    <Card title={w.links}>
      <ul class="lines">
        {links.map(({ issuedAt, by, openedAt, revokedAt, expiresAt }) => (
          <li>
            {w.linkMade(time(issuedAt), by || t.somebody)}
            {t.nameComma}
            {openedAt === null ? w.linkNotOpened : w.linkOpened(time(openedAt))}
            {t.nameComma}
            {revokedAt !== null || expiresAt <= now
              ? w.linkEnded(time(revokedAt ?? expiresAt))
              : w.linkLives(time(expiresAt))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
