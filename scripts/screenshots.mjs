/**
 * Takes the pictures of the README: the report and the viewer over the demo's database, light, dark and on a narrow screen,
 * into docs/. `--db FILE` takes a database that is there; `--out DIR` puts them elsewhere. Look at them before they are kept.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { chromium } from "playwright-core";

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { values: options } = parseArgs({
  options: { db: { type: "string" }, out: { type: "string", default: inRoot("docs") } },
});
const EXECUTABLE = process.env.TARE_CHROMIUM ?? "/usr/bin/chromium";
const CLI = inRoot("dist/src/cli.js");
/** The repository has little room. */
const MOST_BYTES = 1_000_000;

const WIDE = { width: 1180, height: 800 };
const NARROW = { width: 390, height: 780 };

function demoDatabase(folder) {
  if (options.db !== undefined) return options.db;
  const path = join(folder, "demo.db");
  const { status } = spawnSync(process.execPath, [CLI, "demo", "--db", path, "--quiet"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("tare demo failed");
  return path;
}

/** The run and the pair that are shown: of the model that moves most against a label. */
function readShown(path) {
  const db = new Database(path, { readonly: true });
  try {
    return db
      .prepare(
        "SELECT run, pair FROM pair_scores WHERE augmentation = 'claim-negated' AND truncated = 0 ORDER BY difference DESC, pair LIMIT 1",
      )
      .get();
  } finally {
    db.close();
  }
}

function shots({ run, pair }) {
  return [
    { file: "report-light.png", path: `/run/${run}`, ...WIDE },
    { file: "report-dark.png", path: `/run/${run}`, at: "#charts", dark: true, ...WIDE },
    { file: "report-narrow.png", path: `/run/${run}`, at: "#pairs", ...NARROW },
    { file: "viewer-light.png", path: "/pairs?augmentation=length-padding", ...WIDE },
    { file: "viewer-dark.png", path: `/pair/${pair}`, dark: true, ...WIDE },
    { file: "viewer-narrow.png", path: "/", dark: true, ...NARROW },
  ];
}

async function take(browser, url, { file, path, at, dark = false, width, height }) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForURL((now) => now.search === "");
  await page.goto(new URL(path, url).href);
  await page.locator('meta[http-equiv="refresh"]').waitFor({ state: "detached", timeout: 300_000 });
  if (at !== undefined) await page.locator(at).evaluate((element) => element.scrollIntoView());
  await page.screenshot({ path: join(options.out, file), animations: "disabled" });
  await context.close();
  return statSync(join(options.out, file)).size;
}

if (!existsSync(EXECUTABLE)) {
  console.error(`needs a Chromium at ${EXECUTABLE}, or where TARE_CHROMIUM says`);
  process.exit(2);
}
mkdirSync(options.out, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "tare-shots-"));
const database = demoDatabase(folder);
const child = spawn(process.execPath, [CLI, "view", database, "--json"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const [line] = await once(child.stdout, "data");
const { url } = JSON.parse(line);
const browser = await chromium.launch({
  executablePath: EXECUTABLE,
  args: ["--no-sandbox", "--disable-gpu"],
});
let bytes = 0;
try {
  for (const shot of shots(readShown(database))) {
    const size = await take(browser, url, shot);
    bytes += size;
    console.log(`${shot.file}  ${Math.round(size / 1000)} kB`);
  }
} finally {
  await browser.close();
  child.kill("SIGINT");
  await once(child, "close");
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${Math.round(bytes / 1000)} kB in ${options.out}`);
process.exit(bytes > MOST_BYTES ? 1 : 0);
