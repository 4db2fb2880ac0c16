import { paths } from '../../src/paths.ts';
import { FormKey } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import type { ClinicPerson } from './clinic-line.tsx';

/**
 * The clinic's word that everybody who came is examined. Whoever has no conclusion is named before
 * it is said.
 */
export function Finish({ link, people }: { link: string; people: ClinicPerson[] }) {
  const { t } = useReader();
  const w = t.clinicLink;
  const open = people.filter((p) => p.conclusion === null).map((p) => p.name);
  return (
    <details class="card" data-part="finish">
      <summary>{w.finish}</summary>
      <p>{open.length === 0 ? w.allDone : w.stillOpen(open.length, open.join(t.nameComma))}</p>
      <form method="post" action={paths.clinicFinish(link)}>
        <FormKey />
        <button class="btn primary wide">{w.finishYes}</button>
      </form>
    </details>
  );
}
