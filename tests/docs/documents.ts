import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { packagePath } from "../../src/paths.js";

/** Every README of the project, relative to its root. */
export const READMES = [
  "README.md",
  "docs/commands.md",
  "augmentations/README.md",
  "rubrics/README.md",
  "db/README.md",
  "demo/data/README.md",
  "demo/models/tare-mini-bt/README.md",
  "demo/models/tare-mini-crome/README.md",
] as const;

export function readDocument(file: string): string {
  return readFileSync(packagePath(...file.split("/")), "utf8");
}

/** Contents of the fenced blocks of a language, in order. */
export function fences(markdown: string, ...languages: string[]): string[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, language]) => languages.includes(language!))
    .map(([, , content]) => content!);
}

/** The text without fenced blocks. */
export function prose(markdown: string): string {
  return markdown.replace(/^```\w*\n[\s\S]*?^```$/gm, "");
}

/** A module of scripts/docs, which has no types. */
export async function importScript<T>(name: string): Promise<T> {
  return (await import(pathToFileURL(packagePath("scripts", "docs", name)).href)) as T;
}
