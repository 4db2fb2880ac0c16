import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { mayRedirect, toRedirect } from '../../src/pipeline/demand/redirection.ts';
import { paths } from '../../src/paths.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import { Field, FormKey, type Typed } from '../components/form.tsx';
import { Card, Empty, Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Choice } from '../components/choice.tsx';

type Order = {
  id: string;
  headcount: number;
  startsOn: string;
  trade: TradeCode;
  terms: { employer: string };
};
type Props = { s: Snapshot; employer: string; orders: Order[]; typed: Typed };

/**
 * Another employer for a batch, before departure or on the way; nobody is taken along who does not
 * agree.
 */
export function RedirectionBody({ s, employer, orders, typed }: Props) {
  const { t, day } = useReader();
  const w = t.redirection;
  return (
    <>
      <section>
        <h1>{w.title}</h1>
        <p class="sub">{w.now(employer, toRedirect(s).length)}</p>
      </section>
      {!mayRedirect(s) ? (
        <Card>
          <Empty>{w.cannot}</Empty>
        </Card>
      ) : (
        <Card>
          <Notice look="wait">{w.what}</Notice>
          {orders.length === 0 ? (
            <Empty>{w.none}</Empty>
          ) : (
            <form method="post" action={paths.redirection(s.id)}>
              <FormKey />
              <Choice
                name="orderId"
                label={w.to}
                typed={typed}
                options={orders.map(({ id, terms, trade, headcount, startsOn }) => {
                  const title = t.batch.title(terms.employer, t.codes.trade[trade], headcount);
                  return [id, `${title} · ${day(startsOn)}`] as const;
                })}
              />
              <Field name="reason" label={w.reason} typed={typed} />
              <button class="btn primary wide">{w.button}</button>
            </form>
          )}
          <a class="btn wide" href={paths.newOrder}>
            {w.newOrder}
          </a>
        </Card>
      )}
    </>
  );
}
