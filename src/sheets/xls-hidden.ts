/**
 * What nobody sees in an .xls, which the library does not tell: read out of the records of its
 * workbook stream ([MS-XLS] 2.4.28 BoundSheet8, 2.4.221 Row, 2.4.53 ColInfo), in the compound file
 * that holds it ([MS-CFB]). A file that cannot be read so hides nothing.
 */
export type HiddenInSheet = { isHidden: boolean; rows: Set<number>; columns: Set<number> };

const BOUND_SHEET = 0x85;
const ROW = 0x208;
const COLUMN_INFO = 0x7d;
const END_OF_SHEET = 0x0a;
/** Streams smaller than this lie in small sectors, in a stream of their own. */
const SMALLEST = 4096;
const SMALL_SECTOR = 64;
const LAST_SECTOR = 0xfffffffa;
const ENTRY = 128;

/** Where sectors lie, how long each is, and which comes after which. */
type Sectors = { bytes: Uint8Array; begin: number; size: number; next: number[] };

/** The sectors of one stream, put together. */
function joined({ bytes, begin, size, next }: Sectors, first: number): Uint8Array {
  const sectors: number[] = [];
  for (
    let at = first;
    at < LAST_SECTOR && sectors.length <= next.length;
    at = next[at] ?? LAST_SECTOR
  )
    sectors.push(at);
  const stream = new Uint8Array(sectors.length * size);
  sectors.forEach((sector, i) => {
    stream.set(bytes.subarray(begin + sector * size, begin + (sector + 1) * size), i * size);
  });
  return stream;
}

function numbersIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

/** The stream with the workbook's records. */
function workbookStream(bytes: Uint8Array): DataView | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 1 << view.getUint16(30, true);
  const tables = Array.from({ length: Math.min(109, view.getUint32(44, true)) }, (_, i) =>
    view.getUint32(76 + i * 4, true),
  );
  const next = tables.flatMap((sector) =>
    numbersIn(bytes.subarray((sector + 1) * size, (sector + 2) * size)),
  );
  const large: Sectors = { bytes, begin: size, size, next };
  const entries = joined(large, view.getUint32(48, true));
  const directory = new DataView(entries.buffer);
  for (let at = ENTRY; at + ENTRY <= entries.length; at += ENTRY) {
    const end = at + Math.max(0, directory.getUint16(at + 64, true) - 2);
    if (new TextDecoder('utf-16le').decode(entries.subarray(at, end)) !== 'Workbook') continue;
    const first = directory.getUint32(at + 116, true);
    if (directory.getUint32(at + 120, true) >= SMALLEST)
      return new DataView(joined(large, first).buffer);
    // The first entry is the root, whose stream holds the small sectors.
    const small = joined(large, directory.getUint32(116, true));
    const nextSmall = numbersIn(joined(large, view.getUint32(60, true)));
    return new DataView(
      joined({ bytes: small, begin: 0, size: SMALL_SECTOR, next: nextSmall }, first).buffer,
    );
  }
  return null;
}

type Record = { id: number; at: number; length: number };

function* recordsFrom(stream: DataView, start: number): Generator<Record> {
  for (let at = start; at + 4 <= stream.byteLength;) {
    const [id, length] = [stream.getUint16(at, true), stream.getUint16(at + 2, true)];
    if (at + 4 + length > stream.byteLength) return;
    yield { id, at: at + 4, length };
    at += 4 + length;
  }
}

function sheetFrom(stream: DataView, start: number, isHidden: boolean): HiddenInSheet {
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  for (const { id, at } of recordsFrom(stream, start)) {
    if (id === END_OF_SHEET) break;
    const isRowHidden =
      id === ROW &&
      ((stream.getUint16(at + 12, true) & 0x20) !== 0 ||
        (stream.getUint16(at + 6, true) & 0x7fff) === 0);
    if (isRowHidden) rows.add(stream.getUint16(at, true));
    if (id === COLUMN_INFO && (stream.getUint16(at + 8, true) & 1) !== 0)
      for (
        let c = stream.getUint16(at, true);
        c <= Math.min(255, stream.getUint16(at + 2, true));
        c++
      )
        columns.add(c);
  }
  return { isHidden, rows, columns };
}

/** What is hidden in each sheet of an .xls, in the order of its sheets. */
export function hiddenInXls(bytes: Uint8Array): HiddenInSheet[] {
  try {
    const stream = workbookStream(bytes);
    if (stream === null) return [];
    const sheets: HiddenInSheet[] = [];
    for (const { id, at } of recordsFrom(stream, 0)) {
      if (id === END_OF_SHEET) break;
      if (id === BOUND_SHEET)
        sheets.push(sheetFrom(stream, stream.getUint32(at, true), stream.getUint8(at + 4) !== 0));
    }
    return sheets;
  } catch {
    return [];
  }
}
