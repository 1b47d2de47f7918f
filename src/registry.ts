import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Augmentation, Format, OracleKind, Report, ScorerKind } from "./contract.js";
import { discover, importByPath, isPath, namesIn } from "./discover.js";
import { TareError } from "./errors.js";
import { type SHAPES, verifyShape } from "./extension-shapes.js";
import { whyUnread } from "./file-reasons.js";
import { byName } from "./nearest.js";
import { packagePath } from "./paths.js";
import { type NamedQuery, parseQuery } from "./store/queries.js";

const FOLDERS = {
  augmentation: "../augmentations/",
  format: "./formats/known/",
  scorer: "./scorers/",
  oracle: "./oracle/kinds/",
  report: "./reports/",
} as const satisfies Record<keyof typeof SHAPES, string>;

async function discoverKind<T>(
  kind: keyof typeof FOLDERS,
  wanted?: (name: string) => boolean,
): Promise<readonly T[]> {
  const found = await discover(new URL(FOLDERS[kind], import.meta.url), wanted);
  return found
    .filter(({ declared }) => declared !== undefined)
    .map(({ name, declared }) => named<T>(kind, name, declared, `${kind} ${name}`));
}

function named<T>(kind: keyof typeof FOLDERS, name: string, declared: unknown, where: string): T {
  verifyShape(kind, declared, where);
  return Object.freeze({ ...(declared as object), name }) as T;
}

export const loadFormats = (): Promise<readonly Format[]> => discoverKind("format");
export const loadScorerKinds = (): Promise<readonly ScorerKind[]> => discoverKind("scorer");
/** All kinds of oracles, or those with a wanted name: only those are imported. */
export const loadOracleKinds = (wanted?: (name: string) => boolean): Promise<readonly OracleKind[]> =>
  discoverKind("oracle", wanted);
export const oracleKindNames = (): string[] => namesIn(new URL(FOLDERS.oracle, import.meta.url));
export const loadReports = (): Promise<readonly Report[]> => discoverKind("report");

/** A report by name or by path; only that one is imported. Throws TARE_UNKNOWN_NAME, TARE_EXTENSION_INVALID. */
export async function openReport(nameOrPath: string, cwd: string): Promise<Report> {
  if (!isPath(nameOrPath)) {
    const names = namesIn(new URL(FOLDERS.report, import.meta.url)).map((name) => ({ name }));
    const { name } = byName("report", nameOrPath, names);
    return (await discoverKind<Report>("report", (one) => one === name))[0]!;
  }
  const { name, declared } = await importByPath(nameOrPath, cwd);
  return named<Report>("report", name, declared, nameOrPath);
}

/**
 * The operators of the package, all or those with a wanted name, and those in the given files. A file may not take the name
 * of an operator of the package.
 */
export async function loadAugmentations(
  paths: readonly string[] = [],
  cwd = ".",
  wanted?: (name: string) => boolean,
): Promise<readonly Augmentation[]> {
  const known = await discoverKind<Augmentation>("augmentation", wanted);
  const own = await Promise.all(
    paths.map(async (path) => {
      const { name, declared } = await importByPath(path, cwd);
      return named<Augmentation>("augmentation", name, declared, path);
    }),
  );
  const taken = [...namesIn(new URL(FOLDERS.augmentation, import.meta.url)), ...own.map(({ name }) => name)];
  const twice = own.find(({ name }) => taken.indexOf(name) !== taken.lastIndexOf(name));
  if (twice === undefined) return [...known, ...own];
  throw new TareError(
    "TARE_EXTENSION_INVALID",
    `there is an augmentation "${twice.name}" already: rename the file`,
  );
}

/** A format by name, or the one that a file declares. Throws TARE_UNKNOWN_NAME, TARE_EXTENSION_INVALID. */
export async function findFormat(
  nameOrPath: string,
  formats: readonly Format[],
  cwd: string,
): Promise<Format> {
  if (!isPath(nameOrPath)) return byName("format", nameOrPath, formats);
  const { name, declared } = await importByPath(nameOrPath, cwd);
  return named<Format>("format", name, declared, nameOrPath);
}

export interface RubricFile {
  readonly name: string;
  readonly file: string;
  readonly source: string;
}

/** The rubrics of the package by name, read but not parsed. */
export function listRubrics(): readonly RubricFile[] {
  const folder = packagePath("rubrics");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json") && file !== "rubric.schema.json")
    .map((file) => file.slice(0, -".json".length))
    .sort() // without endings, so that demo stands before demo-oracle
    .map((name) => {
      const file = packagePath("rubrics", `${name}.json`);
      return { name, file, source: readFileSync(file, "utf8") };
    });
}

/** A rubric by name or by path. Throws TARE_RUBRIC_MISSING or TARE_UNKNOWN_NAME. */
export function readRubric(nameOrPath: string, cwd: string): RubricFile {
  if (!isPath(nameOrPath)) return byName("rubric", nameOrPath, listRubrics());
  const file = resolve(cwd, nameOrPath);
  if (!existsSync(file)) throw new TareError("TARE_RUBRIC_MISSING", "no such file", { where: nameOrPath });
  try {
    return { name: nameOrPath, file: nameOrPath, source: readFileSync(file, "utf8") };
  } catch (error) {
    throw new TareError("TARE_RUBRIC_MISSING", whyUnread(error), { where: nameOrPath, cause: error });
  }
}

export function listQueries(): readonly NamedQuery[] {
  const folder = packagePath("db", "queries");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .map((file) => file.slice(0, -".sql".length))
    .sort()
    .map((name) => parseQuery(name, readFileSync(packagePath("db", "queries", `${name}.sql`), "utf8")));
}
