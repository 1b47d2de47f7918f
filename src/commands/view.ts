import { resolve } from "node:path";
import type { CommandModule } from "yargs";
import { openReading } from "../store/open-reading.js";
import { untilInterrupted } from "./interrupt.js";
import { databaseOf, type NamedDatabase, namesDatabase } from "./named-database.js";
import { SHARED } from "./options.js";
import { printNote, printResult } from "./terminal.js";
import { today } from "./today.js";

/** How long a page waits where another process holds the whole database. */
const LOCK_MS = 2_000;

/** How long a query of the SQL page may take. */
const QUERY_MS = 10_000;

interface Args extends NamedDatabase {
  port: number;
  json: boolean;
}

export const view: CommandModule<object, Args> = {
  command: "view [database]",
  describe: "Show the database in a browser: runs, reports, pairs, queries",
  builder: (yargs) =>
    namesDatabase(yargs)
      .option("port", {
        type: "number",
        default: 0,
        describe: "Port on 127.0.0.1; 0 takes a free one",
        requiresArg: true,
      })
      .option("json", { ...SHARED.json, describe: "Print the address as JSON on stdout" })
      .check(({ port }) => {
        if (Number.isInteger(port) && port >= 0 && port <= 65_535) return true;
        throw new Error("--port wants a whole number from 0 to 65535");
      }, false)
      .example("$0 view", "prints an address with a token: open it on this machine; Ctrl-C ends it") as never,
  async handler({ port, json, ...args }) {
    const named = databaseOf(args);
    const path = resolve(named);
    const { store, close } = openReading(path, LOCK_MS);
    const interrupted = untilInterrupted(false);
    try {
      const { serveViewer } = await import("../viewer/serve.js");
      const viewer = await serveViewer({ store, today, queryMs: QUERY_MS }, port);
      printResult(json ? JSON.stringify({ url: viewer.url, port: viewer.port, database: path }) : viewer.url);
      printNote(`${named} is shown there, to this machine alone and read-only; Ctrl-C ends it`);
      await aborted(interrupted.signal);
      await viewer.close();
    } finally {
      interrupted.release();
      close();
    }
  },
};

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });
}
