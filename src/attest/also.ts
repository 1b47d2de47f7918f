import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { messageOf, TareError } from "../errors.js";
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
    try {
      found.push(...(await digestOne(file)));
    } catch (error) {
      // A link that leads nowhere, or a file that may not be read: what is vouched for must be there.
      throw new TareError("TARE_DATA_MISSING", messageOf(error), { where: path, cause: error });
    }
  }
  return found.sort((a, b) => (`${a.name} ${a.sha256}` < `${b.name} ${b.sha256}` ? -1 : 1));
}

async function digestOne(file: string): Promise<AlsoFile[]> {
  if (!statSync(file).isDirectory()) return [{ name: basename(file), sha256: await sha256OfFile(file) }];
  const found: AlsoFile[] = [];
  for (const name of namesBelow(file)) found.push({ name, sha256: await sha256OfFile(join(file, name)) });
  return found;
}

/** Where these files in hand are not those that were vouched for, one sentence a difference. */
export function compareAlso(attested: readonly AlsoFile[], hand: readonly AlsoFile[]): string[] {
  const same = (a: AlsoFile) => (b: AlsoFile) => a.name === b.name && a.sha256 === b.sha256;
  const named = (name: string) => (one: AlsoFile) => one.name === name;
  const strange = hand.filter((one) => !attested.some(same(one)));
  const told = strange.map(({ name }) =>
    attested.some(named(name)) ? `${name} is another file than the attested one` : `${name} is not attested`,
  );
  // Of two files of one name each must be there.
  const missing = attested.filter((one) => !hand.some(same(one)) && !strange.some(named(one.name)));
  return [...told, ...missing.map(({ name }) => `${name} is attested and not in hand`)];
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
