/**
 * The guard before a zip file (.xlsx) is unpacked. Sizes are read from its directory first, which
 * costs nothing, and then counted while unpacking, because a directory can lie.
 */

/**
 * Bytes that all parts of one file may have when unpacked: a roster of 30,000 rows has about 30
 * million.
 */
export const MAX_UNPACKED = 96 * 1024 * 1024;
const MAX_ENTRIES = 400;
const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const END_LENGTH = 22;
const DIRECTORY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const DEFLATED = 8;

type Entry = { at: number; packed: number; unpacked: number; method: number };

/**
 * The entries that the directory at the end of a zip file lists; null where there is none to read.
 */
function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_LENGTH;
  while (end >= 0 && end > bytes.length - 65_557 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END) return null;
  const count = view.getUint16(end + 10, true);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + DIRECTORY_LENGTH > bytes.length || view.getUint32(at, true) !== DIRECTORY) return null;
    entries.push({
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at +=
      DIRECTORY_LENGTH +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return entries;
}

/** How many bytes a deflated entry really has, counted no further than `limit`. */
async function unpackedSize(packed: Uint8Array<ArrayBuffer>, limit: number): Promise<number> {
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return size;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return size;
    }
  }
}

/**
 * Whether a zip file stays within its limits when unpacked. One that cannot be read at all does
 * not.
 */
export async function isSafeZip(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const entries = entriesOf(bytes);
  if (!entries || entries.length > MAX_ENTRIES) return false;
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > MAX_UNPACKED) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MAX_UNPACKED;
  try {
    for (const { at, packed, method } of entries) {
      if (method !== DEFLATED) continue;
      const start =
        at + LOCAL_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
      left -= await unpackedSize(bytes.subarray(start, start + packed), left);
      if (left < 0) return false;
    }
  } catch {
    return false;
  }
  return true;
}
