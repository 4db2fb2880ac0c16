import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../src/sheets/read.ts';

/** A zip file of one deflated entry that says of itself what it likes. */
function zipOf(contents: Buffer, declared: number): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(contents, { level: 9 });
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const sizes = (size: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt32LE(packed.length, 4);
    bytes.writeUInt32LE(size, 8);
    return bytes;
  };
  const field = (...values: number[]) =>
    Buffer.concat(values.map((value) => Buffer.from(Uint16Array.of(value).buffer)));
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    field(20, 0, 8, 0, 0),
    sizes(declared),
    field(name.length, 0),
    name,
    packed,
  ]);
  const directory = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    field(20, 20, 0, 8, 0, 0),
    sizes(declared),
    field(name.length, 0, 0, 0, 0, 0, 0, 0, 0),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, directory, end]));
}

describe('a zip bomb', () => {
  const contents = Buffer.alloc(300 * 1024 * 1024);

  it('is refused by what it says of itself, before anything is unpacked', async () => {
    expect(await readTables(zipOf(contents, contents.length))).toEqual({
      error: 'file_unreadable',
    });
  });

  it('is refused by what comes out of it where it lies', async () => {
    expect(await readTables(zipOf(contents, 1000))).toEqual({ error: 'file_unreadable' });
  });
});
