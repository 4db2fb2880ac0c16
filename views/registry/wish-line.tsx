import type { Wish } from '../../src/registry/worker.ts';
import { named, useReader } from '../i18n/reader.ts';

/** A wish in one line: from when, where to, which trade, least wage, with whom. */
export function WishLine({ wish, companions }: { wish: Wish; companions: string[] }) {
  const { t, day, money } = useReader();
  const w = t.wish;
  const parts = [
    wish.from && w.fromDay(day(wish.from)),
    wish.provinces.length > 0 &&
      w.to(wish.provinces.map((code) => named(t.codes.province, code)).join(t.nameComma)),
    wish.trades.length > 0 && wish.trades.map((code) => t.codes.trade[code]).join(t.nameComma),
    wish.leastFen !== null && w.atLeast(money(wish.leastFen)),
    companions.length > 0 && w.with(companions.join(t.nameComma)),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}
