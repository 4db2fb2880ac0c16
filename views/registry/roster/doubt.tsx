import type { Child } from 'hono/jsx';
import { paths, withQuery } from '../../../src/paths.ts';
import type { Answers } from '../../../src/registry/roster/answers.ts';
import type { Look, Tally } from '../../../src/registry/roster/import.ts';
import { Notice } from '../../components/parts.tsx';
import { useReader } from '../../i18n/reader.ts';

export type Doubts = {
  tally: Tally;
  answers: Answers;
  /** Words of the column of wishes that were not understood, and in how many rows each stands. */
  words: { word: string; rows: number; isYesOrNo: boolean }[];
  wishHeading: string;
  hiddenColumns: string[];
};

export type DoubtProps = { id: string; doubts: Doubts };

export function Doubt({ id, look, children }: { id: string; look: Look; children?: Child }) {
  const { t } = useReader();
  return (
    <Notice look="wait">
      {children} <a href={withQuery(paths.import(id), { show: look })}>{t.import.doubts.look}</a>
    </Notice>
  );
}
