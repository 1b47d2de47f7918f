import { basename } from "node:path";
import { parseWaivers } from "../waivers/read.js";
import type { FileKind } from "./kind.js";

/** A waivers file, as `--waivers` takes it. */
export const waivers: FileKind = {
  name: "waivers",
  looksLike: "a .json file with waivers in its name",
  recognises: ({ file }) => /waivers.*(?<!\.schema)\.json$/i.test(basename(file)),
  async check({ file, text }) {
    const until = parseWaivers(text, file).map((one) => `${one.claim} until ${one.until}`);
    return `waivers: ${until.length === 0 ? "none" : until.join(", ")}`;
  },
};
