import { ageOn, dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import type { LikenessReason } from '../../src/registry/roster/import.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import type { Sex } from '../../src/registry/worker.ts';
import { FormKey } from '../components/form.tsx';
import { Card, Empty, More, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

type Entry = {
  id: string;
  name: string;
  sex: Sex;
  bornOn: string;
  last4: string;
  phone: string;
  villageId: string;
  groupName: string;
  trade: TradeCode;
  createdAt: number;
  batches: number;
};
type Pair = { oneId: string; otherId: string; reason: LikenessReason };
type Props = {
  pairs: Pair[];
  entries: Entry[];
  villages: { id: string; name: string }[];
  more: string | null;
};

/** What of two entries is compared, a line each; what differs is marked by more than colour. */
function Comparison({
  one,
  other,
  villageName,
}: {
  one: Entry;
  other: Entry;
  villageName: Map<string, string>;
}) {
  const { t, now } = useReader();
  const w = t.workers;
  const rows: [label: string, (entry: Entry) => string][] = [
    [w.idNumber, (e) => `**** ${e.last4}`],
    [w.bornOn, (e) => `${e.bornOn} ${t.age(ageOn(e.bornOn, dayOf(now)))}`],
    [w.phone, (e) => e.phone],
    [w.village, (e) => `${villageName.get(e.villageId) ?? ''} ${e.groupName}`],
    [w.trade, (e) => t.codes.trade[e.trade]],
    [w.placements, (e) => t.times(e.batches)],
    [t.likeness.registeredAt, (e) => dayOf(e.createdAt)],
  ];
  return (
    <div class="scroll compare">
      <table>
        <thead>
          <tr>
            <td></td>
            {[one, other].map((entry) => (
              <th scope="col">
                <a href={paths.worker(entry.id)}>{entry.name}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, say]) => (
            <tr>
              <th scope="row">{label}</th>
              <td>{say(one)}</td>
              <td>{say(one) === say(other) ? say(other) : <b>{say(other)}</b>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/**
 * Entries that may be one person: keep the left, keep the right, or two people. A merger can be
 * undone.
 */
export function LikenessBody({ pairs, entries, villages, more }: Props) {
  const { t } = useReader();
  const w = t.likeness;
  const villageName = new Map(villages.map((v) => [v.id, v.name]));
  const entry = new Map(entries.map((each) => [each.id, each]));
  const shown = pairs.flatMap((pair) => {
    const [one, other] = [entry.get(pair.oneId), entry.get(pair.otherId)];
    return one && other ? [{ one, other, reason: pair.reason }] : [];
  });
  return (
    <>
      <p class="sub">{w.why}</p>
      {shown.length === 0 && (
        <Card>
          <Empty>{w.none}</Empty>
        </Card>
      )}
      {shown.map(({ one, other, reason }) => (
        <section class="card stack">
          <p>
            <Tag look="wait">{t.import.likeness[reason]}</Tag>
          </p>
          <Comparison one={one} other={other} villageName={villageName} />
          <form method="post" action={paths.likeness(one.id, other.id)} class="stack">
            <FormKey />
            <div class="row">
              <button class="btn" name="answer" value="keep_one">
                {w.keep(one.last4)}
              </button>
              <button class="btn" name="answer" value="keep_other">
                {w.keep(other.last4)}
              </button>
            </div>
            <button class="btn wide" name="answer" value="different">
              {w.different}
            </button>
          </form>
        </section>
      ))}
      <More href={more} />
    </>
  );
}
