import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { packagePath } from "../../src/paths.js";
import { prose, READMES, readDocument } from "./documents.js";

/** Targets of the links in the prose; code spans hold no link. */
function targets(markdown: string): string[] {
  const text = prose(markdown).replace(/`[^`\n]*`/g, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!);
}

/** The anchor that GitHub gives a heading. */
function anchors(markdown: string): string[] {
  return [...prose(markdown).matchAll(/^#+ (.+)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

const DOCUMENTS = [...READMES, "CHANGELOG.md"];
const LINKS = DOCUMENTS.flatMap((file) =>
  targets(readDocument(file)).map((target) => ({ file, target })),
).filter(({ target }) => !/^[a-z]+:/.test(target));

describe("links between the documents", () => {
  it("are found", () => {
    expect(LINKS.length).toBeGreaterThanOrEqual(6);
  });

  it.each(LINKS)("$file -> $target", ({ file, target }) => {
    const [path = "", anchor] = target.split("#");
    const aim = path === "" ? file : join(dirname(file), path);
    expect(existsSync(packagePath(aim))).toBe(true);
    if (anchor !== undefined) expect(anchors(readDocument(aim))).toContain(anchor);
  });
});
