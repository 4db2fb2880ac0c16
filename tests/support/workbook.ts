/**
 * Workbooks as Excel and WPS leave them: hidden rows, ruled ones, a border in the last row there
 * is.
 */

type Value = string | number | null;
export type SheetRow = {
  cells: Value[];
  at?: number;
  hidden?: true;
  ruled?: true;
  attributes?: string;
};
type Given = { rows: SheetRow[]; columns?: string; after?: string; name?: string };

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

function cellXml(value: Value, at: string, isRuled: boolean): string {
  if (value === null) return isRuled ? `<c r="${at}" s="1"/>` : '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function rowXml({ cells, hidden, ruled, attributes = '' }: SheetRow, at: number): string {
  return `<row r="${at}"${hidden ? ' hidden="1"' : ''} ${attributes}>${cells.map((value, i) => cellXml(value, `${letter(i)}${at}`, ruled === true)).join('')}</row>`;
}

function sheetXml({ rows, columns = '', after = '' }: Given): string {
  let last = 0;
  const lines = rows.map((row) => {
    last = row.at ?? last + 1;
    return rowXml(row, last);
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${columns}<sheetData>${lines.join('')}</sheetData>${after}</worksheet>`;
}

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function partsOf(given: Given): [name: string, xml: string][] {
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="${given.name ?? '名册'}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', sheetXml(given)],
  ];
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(text));
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await new Response(
      new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    ).arrayBuffer(),
  );
}

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Numbers of two or four bytes, the lowest first: `[value, bytes]`. */
function numbers(...fields: [value: number, bytes: 2 | 4][]): number[] {
  return fields.flatMap(([value, bytes]) =>
    Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 0xff),
  );
}

/** A workbook of one sheet, as the bytes of an .xlsx. */
export async function workbookOf(given: Given): Promise<Uint8Array<ArrayBuffer>> {
  const files: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const [name, xml] of partsOf(given)) {
    const [title, plain] = [encoded(name), encoded(xml)];
    const packed = await deflated(plain);
    const common = numbers(
      [20, 2],
      [0x800, 2],
      [8, 2],
      [0, 4],
      [crc32(plain), 4],
      [packed.length, 4],
      [plain.length, 4],
      [title.length, 2],
      [0, 2],
    );
    const local = [Uint8Array.from([...numbers([0x04034b50, 4]), ...common]), title, packed];
    directory.push(
      Uint8Array.from([
        ...numbers([0x02014b50, 4], [20, 2]),
        ...common,
        ...numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
      ]),
      title,
    );
    files.push(...local);
    at += local.reduce((sum, { length }) => sum + length, 0);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = directory.length / 2;
  const end = numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2]);
  return new Uint8Array(
    await new Blob([...files, ...directory, Uint8Array.from(end)]).arrayBuffer(),
  );
}
