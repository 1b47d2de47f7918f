import { existsSync } from "node:fs";
import { TareError } from "../../errors.js";
import { compiledBeside } from "../../paths.js";

/** The compiled child. Throws TARE_BUG where nothing is built. */
export function childFile(): string {
  const built = compiledBeside(import.meta.url, "child.js");
  if (existsSync(built)) return built;
  throw new TareError("TARE_BUG", "the process of a language model is not built", {
    where: built,
    fix: "Run `npm run build` (tsc) first: the process of a language model runs from dist/.",
  });
}
