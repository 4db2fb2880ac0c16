import { readXlsx, streamXlsxRows } from 'hucre';
import { rowKeeper, type Sheet } from './said-rows.ts';

type Shape = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];

/**
 * Rows that nobody sees on the sheet: hidden by hand or by a filter, or made so low that nothing
 * shows.
 */
function hiddenRows({ rowDefs = new Map() }: Shape): Set<number> {
  return new Set(
    [...rowDefs].filter(([, { hidden, height }]) => hidden || height === 0).map(([at]) => at),
  );
}

function hiddenColumns({ columns = [] }: Shape): Set<number> {
  return new Set(columns.flatMap(({ hidden, width }, i) => (hidden || width === 0 ? [i] : [])));
}

/**
 * The visible sheets of an .xlsx. Their rows come one after another, because a sheet can be a
 * million rows long and say nothing in them; what else is told of a sheet (merged cells, what is
 * hidden) is read without its cells.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const { sheets } = await readXlsx(bytes, {
    range: 'A1:A1',
    sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
  });
  const read: Sheet[] = [];
  for (const shape of sheets) {
    const { said, take } = rowKeeper();
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: shape.name }))
      take(index, values);
    read.push({
      name: shape.name,
      said,
      merges: shape.merges ?? [],
      hidden: hiddenRows(shape),
      hiddenColumns: hiddenColumns(shape),
    });
  }
  return read;
}
