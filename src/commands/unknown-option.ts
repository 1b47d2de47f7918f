import { didYouMean } from "../nearest.js";

/**
 * Says of the first option that is not known that it is not, and which one is near; undefined where all are known. Yargs
 * would first ask for what is missing, which a misspelt name explains.
 */
export function unknownOption(args: readonly string[], known: readonly string[]): string | undefined {
  for (const arg of args) {
    if (arg === "--") return undefined;
    const name = /^--([a-z][a-z-]*)(?:=|$)/iu.exec(arg)?.[1];
    if (name === undefined) continue;
    // yargs takes --trainedOn for --trained-on.
    const written = name.replace(/(?<=[a-z])[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
    if ([name, written, written.replace(/^no-/u, "")].some((one) => known.includes(one))) continue;
    const near = known.filter((one) => one.length > 1 && one === one.toLowerCase());
    return `Unknown argument: ${name}${didYouMean(name, near)}`;
  }
  return undefined;
}
