import { readFileSync } from "node:fs";
import { packagePath } from "./paths.js";

/** Version of the package, as published. */
export const VERSION: string = JSON.parse(readFileSync(packagePath("package.json"), "utf8")).version;
