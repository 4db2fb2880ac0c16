import type { RollWords } from './roll-line-view.ts';

export type EndsView =
  | { kind: 'none' }
  | { kind: 'depart'; open: number; boarded: number }
  /** On the way, and nothing was reported from the road yet. */
  | { kind: 'departed' }
  | { kind: 'arrive' }
  | {
      kind: 'handover';
      arrived: { id: string; name: string }[];
      reasons: Record<string, string>;
    };

export type EndsProps = { w: RollWords; v: EndsView };
