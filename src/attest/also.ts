import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { TareError } from "../errors.js";
import { sha256OfFile } from "./sha256.js";

/** A file that is vouched for beside the model, by name and SHA-256: tare has read nothing else of it. */
export interface AlsoFile {
  readonly name: string;
  readonly sha256: string;
}

/**
 * The files a user names beside the model, such as the weights a graph was exported from: a file by its name, of a folder
 * every file below it by its path from there, those that begin with a dot left out. Throws TARE_DATA_MISSING.
 */
export async function digestAlso(paths: readonly string[], cwd: string): Promise<AlsoFile[]> {
  const found: AlsoFile[] = [];
  for (const path of paths) {
    const file = resolve(cwd, path);
    if (!existsSync(file))
      throw new TareError("TARE_DATA_MISSING", "no such file or folder", { where: path });
    const folder = statSync(file).isDirectory();
    for (const name of folder ? namesBelow(file) : [basename(file)]) {
      const sha256 = await sha256OfFile(folder ? join(file, name) : file);
      found.push({ name, sha256 });
    }
  }
  return found.sort((a, b) => (`${a.name} ${a.sha256}` < `${b.name} ${b.sha256}` ? -1 : 1));
}

/** Where these files in hand are not those that were vouched for, one sentence a difference. */
export function compareAlso(attested: readonly AlsoFile[], hand: readonly AlsoFile[]): string[] {
  const same = (a: AlsoFile) => (b: AlsoFile) => a.name === b.name && a.sha256 === b.sha256;
  const named = (name: string) => (one: AlsoFile) => one.name === name;
  const strange = hand
    .filter((one) => !attested.some(same(one)))
    .map(({ name }) =>
      attested.some(named(name))
        ? `${name} is another file than the attested one`
        : `${name} is not attested`,
    );
  const missing = attested.filter(({ name }) => !hand.some(named(name)));
  return [...strange, ...missing.map(({ name }) => `${name} is attested and not in hand`)];
}

function namesBelow(folder: string, inner = ""): string[] {
  return readdirSync(join(folder, inner), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .flatMap((entry) => {
      const name = inner === "" ? entry.name : `${inner}/${entry.name}`;
      return statSync(join(folder, name)).isDirectory() ? namesBelow(folder, name) : [name];
    })
    .sort();
}
