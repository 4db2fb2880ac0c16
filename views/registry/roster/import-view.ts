import type { Heading } from '../../../src/registry/roster/heading.ts';
import type {
  ImportState,
  Look,
  Outcome,
  PartState,
  Tally,
} from '../../../src/registry/roster/import.ts';
import type { Doubts } from './doubt.tsx';

export type Imported = {
  id: string;
  fileName: string;
  state: ImportState;
  rows: number;
  sheets: string[];
  headings: Heading[];
};

export type Part = { no: number; state: PartState; tally: Tally };

export type ImportView = {
  imported: Imported;
  parts: Part[];
  tally: Tally;
  villages: { id: string; name: string }[];
  /** When the same file was imported before. */
  same: number | null;
  /** Whether the rows themselves are still kept. */
  hasRows: boolean;
  /** What is in doubt about the file, before it is confirmed. */
  doubts: Doubts | null;
  lines: { kind: Look; outcomes: Outcome[]; more: string | null } | null;
};
