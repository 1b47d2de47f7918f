import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TareError } from "../../errors.js";
import { packagePath } from "../../paths.js";

/** The compiled child: beside this file in a build; in dist/ when this file runs as TypeScript, since Node forks JavaScript. */
export function childFile(): string {
  if (!import.meta.url.endsWith(".ts")) return fileURLToPath(new URL("./child.js", import.meta.url));
  const built = packagePath("dist", "src", "viewer", "drawing", "child.js");
  if (existsSync(built)) return built;
  throw new TareError("TARE_BUG", "the process that draws reports is not built", {
    where: built,
    fix: "Run `npm run build` (tsc) first: reports are drawn from dist/.",
  });
}
