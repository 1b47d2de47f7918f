import { isPath } from "../discover.js";

/** `./mine.js@2` -> the file and its dose. */
export function splitReference(reference: string): { readonly name: string; readonly dose: string } {
  const [, name, dose] = /^(.*?)(@[\d.]+)?$/s.exec(reference)!;
  return { name: name!, dose: dose ?? "" };
}

/** The operator a path declares: its file name without the ending. */
export function baseName(name: string): string {
  return isPath(name) ? name.replace(/^.*[\\/]|\.\w+$/g, "") : name;
}
