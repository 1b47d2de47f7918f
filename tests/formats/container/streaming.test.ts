import { PassThrough, Readable } from "node:stream";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createGzip, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readItems } from "../../../src/formats/read.js";
import { FORMATS } from "../known-formats.js";
import { failureOf, jsonl, pair } from "../reading.js";

const MIB = 2 ** 20;
const PADDING = "x".repeat(4000);

/** Records without end, and how many bytes of them were asked for. */
function endless(kind: "lines" | "array") {
  const count = { bytes: 0, closed: false };
  function* chunks() {
    try {
      for (let index = 0; ; index++) {
        const record = JSON.stringify(pair(`${index} ${PADDING}`));
        const before = kind === "array" ? (index === 0 ? "[" : ",\n") : "";
        const chunk = Buffer.from(`${before}${record}${kind === "lines" ? "\n" : ""}`);
        count.bytes += chunk.length;
        yield chunk;
      }
    } finally {
      count.closed = true;
    }
  }
  return { count, stream: Readable.from(chunks(), { objectMode: false, highWaterMark: 65536 }) };
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function heapUsed(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe.each(["lines", "array"] as const)("reading %s", (kind) => {
  it.each(["plain", "gzipped"])(
    "asks for no more bytes than it needs, and closes its source (%s)",
    async (how) => {
      const { count, stream } = endless(kind);
      const stdin = how === "plain" ? stream : stream.pipe(createGzip({ level: 1 }));
      let items = 0;
      for await (const _ of readItems(["-"], { formats: FORMATS, cwd: ".", stdin }))
        if (++items === 300) break;
      expect(items).toBe(300);
      // 300 records are 1.2 MB; gzip holds more of the repeated text in its buffers.
      expect(count.bytes).toBeLessThan(how === "plain" ? 2 * MIB : 40 * MIB);
      await expect.poll(() => stdin.destroyed).toBe(true);
      if (how === "plain") expect(count.closed).toBe(true);
    },
  );

  it("holds the same memory after 30 MiB as after 5", async () => {
    const { count, stream } = endless(kind);
    let early = 0;
    for await (const _ of readItems(["-"], { formats: FORMATS, cwd: ".", stdin: stream })) {
      if (early === 0 && count.bytes > 5 * MIB) early = heapUsed();
      if (count.bytes > 30 * MIB) break;
    }
    expect(early).toBeGreaterThan(0);
    expect(heapUsed() - early).toBeLessThan(4 * MIB);
  });
});

describe("a pipe that stays open", () => {
  const compressed = (text: string) => {
    const stdin = new PassThrough();
    stdin.write(gzipSync(text));
    return { stdin, items: readItems(["-"], { formats: FORMATS, cwd: ".", stdin }) };
  };

  it("is let go when the reader stops early", async () => {
    const { stdin, items } = compressed(jsonl(pair("a"), pair("b")));
    await items.next();
    expect(stdin.destroyed).toBe(false);
    await items.return(undefined);
    expect(stdin.destroyed).toBe(true);
  });

  it("is let go at the first bad record", async () => {
    const { stdin, items } = compressed(`${jsonl(pair("a"))}not json\n`);
    await items.next();
    expect((await failureOf(items.next())).where).toBe("stdin:2:1");
    expect(stdin.destroyed).toBe(true);
  });
});
