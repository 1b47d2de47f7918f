import { execFileSync } from "node:child_process";
import stringWidth from "string-width";
import { beforeAll, describe, expect, test } from "vitest";
import { lines, preferences } from "./preferences.js";
import { EVERYTHING, KEEPS } from "./rubrics.js";
import { run, start } from "./tare.js";
import { workplace } from "./workplace.js";

const python = (() => {
  try {
    execFileSync("python3", ["-c", "import pty, fcntl, termios"]);
    return true;
  } catch {
    return false;
  }
})();

/** Runs its arguments on a pseudo-terminal of COLUMNS columns and copies what comes out, until it ends. */
const ON_TERMINAL = `
import fcntl, os, pty, struct, sys, termios
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 50, int(sys.argv[1]), 0, 0))
while True:
    try:
        got = os.read(fd, 65536)
    except OSError:
        break
    if not got:
        break
    sys.stdout.buffer.write(got)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

const place = workplace();
const tare = (...args: string[]) => run(args, { cwd: place.path });
let pair: string;

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(24)));
  place.file("rubric.json", EVERYTHING);
  await tare(
    "run",
    "data.jsonl",
    "--model",
    KEEPS,
    "--model",
    "scripted:-length",
    "--rubric",
    "./rubric.json",
  );
  const worst = await tare("query", "worst-pairs", "--param", "augmentation=number-changed", "--json");
  pair = JSON.parse(worst.stdout)[0].pair;
});

async function onTerminal(columns: number, args: readonly string[], env: Record<string, string> = {}) {
  const wanted = { TERM: "xterm-256color", LC_ALL: "C.UTF-8", ...env };
  const child = start(args, {
    cwd: place.path,
    env: wanted,
    through: ["python3", "-c", ON_TERMINAL, String(columns)],
  });
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout!) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8").replaceAll("\r\n", "\n");
}

const strip = (text: string) => text.replace(/\u001b\[[\d;]*m/g, "");

describe.skipIf(!python)("on a terminal", () => {
  test.each([60, 80, 120, 200])(
    "of %d columns report and pair are as wide as it is, and coloured",
    async (columns) => {
      const [report, shown] = [
        await onTerminal(columns, ["report"]),
        await onTerminal(columns, ["show", pair]),
      ];
      for (const text of [report, shown]) {
        expect(text).toContain("\u001b[1m");
        for (const line of strip(text).split("\n"))
          expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
      }
      // Nothing but colour lies between a terminal and a pipe of that width.
      expect(strip(report)).toBe((await tare("report", "--width", String(columns))).stdout);
      const rule = strip(report)
        .split("\n")
        .find((line) => line.includes("──"))!;
      expect(stringWidth(rule)).toBe(Math.min(columns, 120));
      expect(strip(shown)).toMatch(new RegExp(`^pair ${pair}\n`));
    },
  );

  test.each<[string, string[], Record<string, string>]>([
    ["NO_COLOR", [], { NO_COLOR: "1" }],
    ["--no-color", ["--no-color"], {}],
    ["a dumb terminal", [], { TERM: "dumb" }],
  ])("there is no colour with %s", async (_, args, env) => {
    expect(await onTerminal(100, ["report", ...args], env)).not.toContain("\u001b");
  });

  test("an empty NO_COLOR asks for nothing", async () => {
    expect(await onTerminal(100, ["report"], { NO_COLOR: "" })).toContain("\u001b[1m");
  });

  test.each([{ LC_ALL: "C" }, { TERM: "linux" }])("there is only ASCII with %o", async (env) => {
    for (const args of [["report"], ["show", pair]])
      expect(strip(await onTerminal(100, args, env as unknown as Record<string, string>))).toMatch(
        /^[\n -~]*$/,
      );
  });

  test("no query, in whatever format, lets data steer it; a pipe is given what is there", async () => {
    const ask = [
      "query",
      "--sql",
      "SELECT 'a' || char(27) || '[2J' || char(155) || '1m' AS sly, '1' AS pair",
    ];
    for (const format of ["table", "csv", "json"])
      expect(strip(await onTerminal(100, [...ask, "--format", format]))).not.toMatch(/[^\P{Cc}\n]/u);
    expect(await onTerminal(100, ask)).toContain("tare show PAIR");
    const piped = await tare(...ask, "--format", "csv");
    expect({ ...piped }).toEqual({ code: 0, stdout: "sly,pair\na\u001b[2J\u009b1m,1\n", stderr: "" });
  });

  test("--width and COLUMNS are for a pipe too", async () => {
    const longest = (text: string) => Math.max(...text.split("\n").map((line) => stringWidth(line)));
    const { stdout } = await run(["report"], { cwd: place.path, env: { COLUMNS: "70" } });
    expect(longest(stdout)).toBe(70);
    expect(longest((await tare("report", "--width", "64")).stdout)).toBe(64);
  });
});
