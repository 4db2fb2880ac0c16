import type { Child } from 'hono/jsx';
import { Notice } from '../../components/parts.tsx';
import { named, useReader } from '../../i18n/reader.ts';
import { type LegLine, Legs } from '../plan/legs.tsx';

type HeaderProps = { name: string; code: string; error: string };

/** Whose page it is. */
export function EscortHeader({ name, code, error }: HeaderProps) {
  const { t } = useReader();
  return (
    <>
      <section>
        <h1>{t.rollCall.title}</h1>
        <p class="sub">{`${t.batch.code(code)} · ${name}`}</p>
      </section>
      {error && <Notice look="bad">{named(t.errors, error)}</Notice>}
    </>
  );
}

/** Nothing is left to call: why, and inside it what the phone still has to send. */
export function Farewell({ why, children }: { why: string; children: Child }) {
  const { t } = useReader();
  return (
    <>
      <section>
        <h1>{t.rollCall.title}</h1>
      </section>
      <Notice look="wait">{named(t.errors, why)}</Notice>
      {children}
    </>
  );
}

/** Whom to call in an emergency, and what to do, whatever the phone still knows. */
export function Briefing() {
  const { t } = useReader();
  return (
    <details class="card">
      <summary>{t.briefing.title}</summary>
      <div class="row">
        <a class="btn" href="tel:120">
          {t.briefing.ambulance}
        </a>
        <a class="btn" href="tel:110">
          {t.briefing.police}
        </a>
        <a class="btn" href="tel:122">
          {t.briefing.traffic}
        </a>
      </div>
      <ul class="lines">
        {t.briefing.rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
    </details>
  );
}

/** The plan, where the page has no script to keep it up to date. */
export function EscortPlan({ legs }: { legs: LegLine[] }) {
  const { t } = useReader();
  return legs.length > 0 ? (
    <details class="card">
      <summary>{t.travel.plan}</summary>
      <Legs legs={legs} />
    </details>
  ) : null;
}
