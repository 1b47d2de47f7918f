import { existsSync, readdirSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { TareError } from "./errors.js";

const CODE = new Set([".js", ".ts", ".mjs"]);

/** Imports the default export of the code files in a folder, of all or of those with a wanted name, in name order. */
export async function discover(
  folder: URL,
  wanted: (name: string) => boolean = () => true,
): Promise<{ readonly name: string; readonly declared: unknown }[]> {
  const files = codeFiles(folder).filter((file) => wanted(stem(file)));
  return Promise.all(files.map((file) => importDefault(new URL(file, folder))));
}

/** What a folder declares, by name, without importing it. */
export function namesIn(folder: URL): string[] {
  return codeFiles(folder).map(stem);
}

/** Declarations (.d.ts) are no code. */
function codeFiles(folder: URL): string[] {
  return readdirSync(fileURLToPath(folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.has(extname(entry.name)) && !entry.name.endsWith(".d.ts"))
    .map((entry) => entry.name)
    .sort((a, b) => (stem(a) < stem(b) ? -1 : 1));
}

function stem(file: string): string {
  return file.slice(0, -extname(file).length);
}

/** Imports one extension that the user named by path: the only code from outside that tare runs. */
export async function importByPath(path: string, cwd: string): Promise<{ name: string; declared: unknown }> {
  const file = resolve(cwd, path);
  if (!existsSync(file)) throw new TareError("TARE_UNKNOWN_NAME", "no such file", { where: path });
  try {
    return await importDefault(pathToFileURL(file));
  } catch (error) {
    const alone = /Cannot find package 'tare'/.test(String(error));
    const fix =
      "Install tare in the project that holds the file, or export a plain object: the import is optional.";
    throw new TareError("TARE_EXTENSION_INVALID", `it cannot be imported: ${String(error)}`, {
      where: path,
      cause: error,
      ...(alone ? { fix } : {}),
    });
  }
}

async function importDefault(url: URL): Promise<{ name: string; declared: unknown }> {
  const module: { default?: unknown } = await import(url.href);
  return { name: stem(basename(fileURLToPath(url))), declared: module.default };
}

/** A name is a path where it says so: it begins with . or /, or ends like a code file. */
export function isPath(name: string): boolean {
  return name.startsWith(".") || name.startsWith("/") || CODE.has(extname(name)) || extname(name) === ".json";
}
