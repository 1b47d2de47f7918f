export interface Ahead {
  /** The bytes read so far. */
  readonly head: Buffer;
  /** All bytes, those of `head` again included. */
  readonly bytes: AsyncIterable<Buffer>;
}

/** Reads until `enough` is satisfied or the input ends: what the first bytes are decides how to read the rest. */
export async function readAhead(
  bytes: AsyncIterable<Buffer>,
  enough: (head: Buffer) => boolean,
): Promise<Ahead> {
  const source = bytes[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (!enough(head)) {
    const next = await source.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return { head, bytes: replay(head, source) };
}

async function* replay(head: Buffer, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (head.length > 0) yield head;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  } finally {
    // A reader that stops early (a limit) must not leave the file open.
    await source.return?.();
  }
}
