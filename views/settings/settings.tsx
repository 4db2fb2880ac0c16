import { paths } from '../../src/paths.ts';
import { Field, FormKey, type Typed, untyped } from '../components/form.tsx';
import { Card, Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Figures } from '../../src/settings/figures.ts';
import { FiguresCard } from './figures.tsx';
import { Accounts } from './accounts.tsx';
import { Places } from './places.tsx';
import { Robots } from './robots.tsx';
import { Action } from '../components/action.tsx';
import type { AccountLine } from './accounts-view.ts';
import type { PlacesProps } from './places-view.ts';
import type { DeliveryLine, RobotLine } from './robots-view.ts';

export type SettingsForm =
  | 'station'
  | 'figures'
  | 'accounts'
  | 'areas'
  | 'agencies'
  | 'clinics'
  | 'robots';
type Props = PlacesProps & {
  station: { town: string; contact: string } | null;
  figures: Figures;
  accounts: AccountLine[];
  robots: RobotLine[];
  deliveries: DeliveryLine[];
  mayWrite: boolean;
  mayAudit: boolean;
  problem?: { form: SettingsForm } & Typed;
  told?: string;
};

/**
 * Everything beside the daily work: where to go, one's own account, and, for the admin, the
 * station's settings.
 */
export function SettingsBody(props: Props) {
  const { t } = useReader();
  const typed = (form: SettingsForm): Typed =>
    props.problem?.form === form ? props.problem : untyped;
  return (
    <>
      {props.told && <Notice>{props.told}</Notice>}
      <nav class="card menu" aria-label={t.settings.title}>
        <a href={paths.visits}>{t.visits.title}</a>
        <a href={paths.cases}>{t.cases.title}</a>
        <a href={paths.employers}>{t.employers.title}</a>
        <a href={paths.inbox}>{t.inbox.title}</a>
        {props.mayAudit && <a href={paths.audit}>{t.audit.title}</a>}
        <a href={paths.password}>{t.password.title}</a>
        <Action to={paths.signOut} label={t.signIn.signOut} wide />
      </nav>
      {props.mayWrite && (
        <>
          <Card title={t.settings.station} id="station">
            <form method="post" action={paths.station}>
              <FormKey />
              <Field
                name="town"
                label={t.settings.town}
                typed={typed('station')}
                value={props.station?.town}
              />
              <Field
                name="contact"
                label={t.settings.contact}
                hint={t.settings.contactHint}
                typed={typed('station')}
                value={props.station?.contact}
              />
              <button class="btn primary wide">{t.save}</button>
            </form>
          </Card>
          <FiguresCard figures={props.figures} typed={typed('figures')} />
          <Accounts accounts={props.accounts} villages={props.villages} typed={typed('accounts')} />
          <Robots robots={props.robots} deliveries={props.deliveries} typed={typed('robots')} />
          <Places props={props} typed={typed} />
        </>
      )}
    </>
  );
}
