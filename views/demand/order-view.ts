import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import type { Typed } from '../components/form.tsx';
import type {
  DeclineReason,
  OrderState,
  ReplyKind,
} from '../../src/pipeline/demand/order-state.ts';

export type Order = {
  id: string;
  trade: TradeCode;
  headcount: number;
  startsOn: string;
  state: OrderState;
  version: number;
  terms: Terms;
  contactName: string;
  contactPhone: string;
  employerId: string;
};

export type OrderProps = {
  order: Order;
  employer: { id: string; name: string };
  replies: {
    kind: ReplyKind;
    headcount: number;
    startsOn: string;
    reason: DeclineReason | null;
    note: string;
    name: string;
    phone: string;
    at: number;
    orderVersion: number;
  }[];
  batch: {
    id: string;
    code: string;
    departedAt: number | null;
    handedOverAt: number | null;
    status: string;
  } | null;
  link: { id: string } | null;
  mayWrite: boolean;
  typed: Typed;
};
