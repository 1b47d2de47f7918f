import { describe, expect, it } from "vitest";
import { knowsUnicode } from "../../src/commands/knows-unicode.js";

describe("more than ASCII is written", () => {
  it.each<[string, Record<string, string>, boolean, boolean]>([
    ["where no locale is set", {}, true, true],
    ["in a UTF-8 locale", { LANG: "de_DE.UTF-8" }, true, true],
    ["in a locale that spells it utf8", { LANG: "C.utf8" }, true, true],
    ["not in the C locale", { LANG: "C" }, true, false],
    ["not in the C locale, piped", { LC_ALL: "POSIX" }, false, false],
    ["not in Latin-1", { LANG: "de_DE.ISO-8859-1" }, true, false],
    ["where LC_ALL overrides LANG", { LC_ALL: "C.UTF-8", LANG: "C" }, true, true],
    ["where an empty LC_ALL says nothing", { LC_ALL: "", LANG: "en_US.UTF-8" }, true, true],
    ["not on the console of Linux", { TERM: "linux", LANG: "C.UTF-8" }, true, false],
    ["not on a dumb terminal", { TERM: "dumb" }, true, false],
    ["to a pipe of a dumb terminal", { TERM: "dumb" }, false, true],
  ])("%s", (_, env, isTerminal, expected) => {
    expect(knowsUnicode(env, isTerminal, "linux")).toBe(expected);
  });

  it.each<[Record<string, string>, boolean]>([
    [{}, false],
    [{ WT_SESSION: "1" }, true],
    [{ TERM: "xterm-256color" }, true],
  ])("on a Windows terminal with %o: %s", (env, expected) => {
    expect(knowsUnicode(env, true, "win32")).toBe(expected);
    expect(knowsUnicode(env, false, "win32")).toBe(true);
  });
});
