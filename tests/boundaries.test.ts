import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../src/paths.js";

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** Package names, and paths of our own files from the root, without ending. */
  readonly imports: readonly string[];
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(PACKAGE_ROOT, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(PACKAGE_ROOT, path)).isDirectory()) return filesBelow(path);
    return path.endsWith(".ts") ? [path] : [];
  });
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(PACKAGE_ROOT, path), "utf8");
  const found = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)[^;'"]*?from\s*"([^"]+)"|import\(\s*"([^"]+)"/g),
  ];
  const imports = found.map((match) => {
    const name = (match[1] ?? match[2])!;
    if (!name.startsWith(".")) return name;
    return relative(PACKAGE_ROOT, resolve(PACKAGE_ROOT, dirname(path), name)).replace(/\.js$/, "");
  });
  return { path, text, lines: text.split("\n").length - 1, imports };
}

const SOURCES = ["src", "augmentations"].flatMap(filesBelow).map(readSource);
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, "");

/** Which files may import what: every import that matches `what` must come from a file that matches `only`. */
const ONLY: readonly { readonly rule: string; readonly what: RegExp; readonly only: RegExp }[] = [
  { rule: "only the store speaks to SQLite", what: /^better-sqlite3$/, only: /^src\/store\// },
  {
    rule: "only scorers and oracles load models and fill templates",
    what: /^(onnxruntime|@huggingface)/,
    only: /^src\/(scorers|oracle)\//,
  },
  {
    rule: "only scorers and questions to the database start processes",
    what: /^(node:)?child_process$/,
    only: /^src\/(scorers|store\/ask)\//,
  },
  { rule: "only the viewer serves pages", what: /^(@hono\/|hono(?!\/html$))/, only: /^src\/viewer\// },
  {
    rule: "nobody imports the viewer but its command",
    what: /^src\/viewer\//,
    only: /^src\/(viewer\/|commands\/view\.ts$)/,
  },
  {
    rule: "nobody imports a command but the command line",
    what: /^src\/commands\//,
    only: /^src\/(commands\/|cli\.ts)/,
  },
];

/** Which files may import only some things of ours. */
const CONFINED: readonly { readonly rule: string; readonly files: RegExp; readonly may: RegExp }[] = [
  { rule: "the contract imports nothing", files: /^src\/contract(\.ts$|\/)/, may: /^src\/contract\// },
  { rule: "statistics import nothing of ours", files: /^src\/stats\//, may: /^src\/stats\// },
  {
    rule: "augmentations see the contract and views of text",
    files: /^augmentations\//,
    may: /^src\/(contract$|text\/)/,
  },
  {
    rule: "views of text depend on no other room",
    files: /^src\/text\//,
    may: /^src\/(contract$|text\/|paths$|errors$|error-codes$)/,
  },
  {
    rule: "the viewer reads stored runs: it makes no pair, loads no model, draws no statistic of its own",
    files: /^src\/viewer\//,
    may: /^src\/(contract$|contract\/|viewer\/|store\/|reports\/|stages\/rejudge$|(errors|error-codes|nearest|paths|registry|version)$)/,
  },
  {
    // Of oracles they see the names of operators, which tell oracle pairs from others.
    rule: "reports see no scorer and no database",
    files: /^src\/reports\//,
    may: /^src\/(contract$|oracle\/operators$|reports\/|rubric\/|stats\/|version$)/,
  },
];

/** What code may not say, and where it may. */
const WORDS: readonly { readonly rule: string; readonly word: RegExp; readonly except: RegExp }[] = [
  {
    rule: "only commands write to the terminal",
    word: /\bconsole\.|process\.(stdout|stderr)/,
    except: /^src\/(commands\/|cli\.ts)/,
  },
  {
    // What may not be guessed may not follow from a seed: the viewer's token alone, which decides no result.
    rule: "nobody draws unseeded numbers",
    word: /Math\.random|randomUUID|randomBytes/,
    except: /^src\/viewer\/door\/token\.ts$/,
  },
  { rule: "only cli.ts sets the exit code", word: /process\.exitCode/, except: /^src\/cli\.ts$/ },
  {
    rule: "the clock is read where it cannot change a result",
    word: /\bDate\b|performance\.now/,
    except:
      /^src\/(commands\/(with-around|today|progress|eta)|audit\/stopwatch|store\/ask\/stopwatch|oracle\/(stopwatch|local\/child)|scoring\/tally|scorers\/onnx\/(child|session))\.ts$/,
  },
  { rule: "no code from text", word: /(?<![.\w])eval\(|new Function/, except: /^$/ },
];

describe("the rules of the house", () => {
  it("finds the sources", () => {
    expect(SOURCES.length).toBeGreaterThan(100);
    expect(SOURCES.find(({ path }) => path === "src/store/open.ts")?.imports).toContain("better-sqlite3");
  });

  it.each(ONLY)("$rule", ({ what, only }) => {
    const importers = SOURCES.filter(({ imports }) => imports.some((name) => what.test(name)));
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.map(({ path }) => path).filter((path) => !only.test(path))).toEqual([]);
  });

  it.each(CONFINED)("$rule", ({ files, may }) => {
    const confined = SOURCES.filter(({ path }) => files.test(path));
    expect(confined.length).toBeGreaterThan(0);
    const strays = confined.flatMap(({ path, imports }) =>
      imports
        .filter((name) => /^(src|augmentations)\//.test(name) && !may.test(name))
        .map((name) => `${path} -> ${name}`),
    );
    expect(strays).toEqual([]);
  });

  it.each(WORDS)("$rule", ({ word, except }) => {
    const speakers = SOURCES.filter(({ text }) => word.test(code(text))).map(({ path }) => path);
    expect(speakers.filter((path) => !except.test(path))).toEqual([]);
  });

  it("no file name that says nothing", () => {
    const empty = /(^|\/)(utils?|helpers?|common|misc|manager|base)(\.ts|\/)/i;
    expect(SOURCES.map(({ path }) => path).filter((path) => empty.test(path))).toEqual([]);
  });

  it("files are short: median at most 70 lines, none past 250", () => {
    const lengths = SOURCES.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(70);
    expect(SOURCES.filter(({ lines }) => lines > 250).map(({ path }) => path)).toEqual([]);
  });
});
