const SPACES: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d]);
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The first byte that is neither space nor part of a byte order mark at the start; undefined where there is none (yet). */
export function firstByte(bytes: Buffer): number | undefined {
  const start = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  if (start === 0 && bytes.length < 3 && bytes[0] === BYTE_ORDER_MARK[0]) return undefined;
  return bytes.subarray(start).find((byte) => !SPACES.has(byte));
}
