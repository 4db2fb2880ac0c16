import type { ReplyKind } from './order-state.ts';

type Answered = { orderId: string; kind: ReplyKind; headcount: number; at: number };

/** How many people an employer has promised to take: each order as it was confirmed last. */
export function promised(replies: readonly Answered[]): number {
  const last = new Map<string, Answered>();
  for (const reply of replies)
    if (reply.kind === 'confirm' && reply.at >= (last.get(reply.orderId)?.at ?? 0))
      last.set(reply.orderId, reply);
  return [...last.values()].reduce((sum, { headcount }) => sum + headcount, 0);
}
