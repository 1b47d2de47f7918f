import { existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { TareError } from "../../errors.js";
import { stopIfAborted } from "../../stages/around.js";
import { holdsNothing } from "../../store/merge/holds-nothing.js";
import type { Merged } from "../../store/merge/merged.js";
import { openStore, usingStore } from "../../store/open.js";
import { SHARED } from "../options.js";
import { realPlace } from "../real-place.js";
import { printNote, printResult } from "../terminal.js";
import { withAroundAnew } from "../with-around.js";
import { describeMerged, warnings } from "./describe-merged.js";

const build = (yargs: Argv) =>
  yargs
    .positional("into", {
      type: "string",
      demandOption: true,
      describe: "The database that takes: made where there is none",
    })
    .positional("from", {
      type: "string",
      array: true,
      demandOption: true,
      describe: "Databases of other machines or models; they stay as they are",
    })
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .example(
      "$0 db merge all.db here.db there.db",
      "texts, pairs and scores once each, every run with its report",
    );

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const merge: CommandModule<object, Args> = {
  command: "merge <into> <from..>",
  describe: "Take over what other databases have, by key; each as a whole or not at all",
  builder: build as CommandModule<object, Args>["builder"],
  async handler({ into, from, json, quiet }) {
    requireApart(into, from);
    for (const path of from)
      if (!existsSync(path)) throw new TareError("TARE_DB_MISSING", "no such file", { where: path });
    const { mergeStore } = await import("../../store/merge/merge-stores.js");
    const { fillWords } = await import("../../store/words/fill-words.js");
    const made = !existsSync(into);
    const taken: Merged[] = [];
    let empty = false;
    const merging = withAroundAnew(quiet, ({ progress, signal, now }) =>
      usingStore(openStore(resolve(into)), async (store) => {
        const turn = async (doing: string, done: number, of: number) => {
          progress.update(doing, done, of, doing.startsWith("merging") ? "rows" : "checks");
          await stopIfAborted(signal, `${doing}: nothing of it was taken`);
        };
        try {
          for (const path of from) taken.push(await mergeStore(store, path, { now, turn }));
        } finally {
          empty = made && holdsNothing(store);
        }
        await fillWords(store, async (done, of) => {
          progress.update("indexing words", done, of, "texts and prompts");
          await stopIfAborted(
            signal,
            "indexing words: all was taken, and the next analysis goes on with them",
          );
        });
      }),
    );
    try {
      await merging;
    } catch (error) {
      if (empty) removeDatabase(resolve(into));
      for (const one of taken) printNote(describeMerged(one));
      throw error;
    }
    for (const line of taken.flatMap(warnings)) printNote(line);
    printResult(
      json ? JSON.stringify({ into, merged: taken }, null, 2) : taken.map(describeMerged).join("\n\n"),
    );
  },
};

/** One that was made for this and took nothing: it would be an empty database, and look like a merged one. */
function removeDatabase(path: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
}

function requireApart(into: string, from: readonly string[]): void {
  const cwd = process.cwd();
  const places = [into, ...from].map((path) => realPlace(path, cwd));
  const twice = places.findIndex((place, index) => places.indexOf(place) !== index);
  if (twice < 0) return;
  const what =
    places[twice] === places[0] ? "a database cannot be merged into itself" : "a database is given twice";
  throw new TareError("TARE_USAGE", what, { where: from[twice - 1]! });
}
