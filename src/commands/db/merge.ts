import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { TareError } from "../../errors.js";
import { stopIfAborted } from "../../stages/around.js";
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
    const merged = await withAroundAnew(quiet, ({ progress, signal, now }) =>
      usingStore(openStore(resolve(into)), async (store) => {
        const all: Merged[] = [];
        for (const path of from) {
          all.push(
            await mergeStore(store, path, {
              now,
              async turn(doing, done, of) {
                progress.update(doing, done, of, doing.startsWith("merging") ? "rows" : "checks");
                await stopIfAborted(signal, `${doing}: nothing of it was taken`);
              },
            }),
          );
        }
        await fillWords(store, async (done, of) => {
          progress.update("indexing words", done, of, "texts and prompts");
          await stopIfAborted(
            signal,
            "indexing words: all was taken, and the next analysis goes on with them",
          );
        });
        return all;
      }),
    );
    for (const line of merged.flatMap(warnings)) printNote(line);
    printResult(json ? JSON.stringify({ into, merged }, null, 2) : merged.map(describeMerged).join("\n\n"));
  },
};

function requireApart(into: string, from: readonly string[]): void {
  const cwd = process.cwd();
  const places = [into, ...from].map((path) => realPlace(path, cwd));
  const twice = places.findIndex((place, index) => places.indexOf(place) !== index);
  if (twice < 0) return;
  const what =
    places[twice] === places[0] ? "a database cannot be merged into itself" : "a database is given twice";
  throw new TareError("TARE_USAGE", what, { where: from[twice - 1]! });
}
