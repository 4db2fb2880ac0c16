import { PROVINCES } from '../../src/registry/province.ts';
import { TRADE_CODES } from '../../src/registry/trade.ts';
import { named, useReader } from '../i18n/reader.ts';
import { Tick } from '../components/tick.tsx';

export function Provinces({ provinces }: { provinces: Set<string> }) {
  const { t } = useReader();
  const w = t.wish;
  return (
    <fieldset>
      <legend>{w.provinces}</legend>
      <div class="options">
        {PROVINCES.map((code) => (
          <Tick
            name="provinces"
            value={code}
            label={named(t.codes.province, code)}
            checked={provinces.has(code)}
          />
        ))}
      </div>
    </fieldset>
  );
}

export function Trades({ trades }: { trades: Set<string> }) {
  const { t } = useReader();
  const w = t.wish;
  return (
    <fieldset>
      <legend>{w.trades}</legend>
      <div class="options">
        {TRADE_CODES.map((code) => (
          <Tick name="trades" value={code} label={t.codes.trade[code]} checked={trades.has(code)} />
        ))}
      </div>
    </fieldset>
  );
}
