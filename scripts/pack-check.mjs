/**
 * Packs the package, installs the tarball in an empty folder as a user would, and uses it there:
 * what is missing from "files", or works only in the checkout, is found here. Prints one line a check; exits 1 if any failed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const LARGEST_TARBALL = 40e6; // bytes; the two demo models make nearly all of it
const STRAYS =
  /(^|\/)(tests?|bench|scripts|node_modules|\.ci|\.git)\/|\.test\.|tsbuildinfo|\.(map|db|tgz|log)$|^(ts|biome|vitest)[\w.]*\.(json|ts)$/;

const root = new URL("..", import.meta.url).pathname;
const temp = mkdtempSync(join(tmpdir(), "tare-pack-"));
const home = join(temp, "user");
const problems = [];

/** As from a user's shell: none of the settings that `npm run` and the checkout's .npmrc hand down. */
const KEPT = /^npm_config_(registry|nodedir|cache|userconfig|globalconfig)$/i;
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD)/i.test(name) || KEPT.test(name)),
);

function start(command, parameters, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    cwd,
    env: { ...environment, ONNXRUNTIME_NODE_INSTALL: "skip" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
  return { status, stdout: stdout ?? "", stderr: stderr || String(error ?? "") };
}

/** `problem`: undefined where all is well. */
function say(what, problem) {
  console.log(problem === undefined ? `ok      ${what}` : `FAILED  ${what}: ${problem}`);
  if (problem !== undefined) problems.push(what);
}

/** Runs the installed command. `wanted`: one exit code or several; `shows`: what stdout or stderr must say. */
function tare(parameters, wanted, shows) {
  const begun = performance.now();
  const { status, stdout, stderr } = start("npx", ["tare", ...parameters], home);
  const codes = [wanted].flat();
  const output = stdout + stderr;
  const wrong = !codes.includes(status)
    ? `exit code ${status} instead of ${codes.join(" or ")}; ${output.slice(-800)}`
    : shows.test(output)
      ? undefined
      : `no ${shows} in ${output.slice(0, 400)}`;
  say(`tare ${parameters.join(" ")} -> ${status} (${Math.round(performance.now() - begun)} ms)`, wrong);
  return stdout;
}

function pack() {
  const { status, stdout, stderr } = start("npm", ["pack", "--json", "--pack-destination", temp], root);
  if (status !== 0) throw new Error(`npm pack: exit code ${status}; ${stderr.slice(-2000)}`);
  return Object.values(JSON.parse(stdout.slice(stdout.search(/^[[{]/m))))[0];
}

function checkContents({ files, size }) {
  const paths = files.map(({ path }) => path);
  const strays = paths.filter((path) => STRAYS.test(path));
  say("nothing of tests or tools inside", strays.length === 0 ? undefined : strays.join(", "));
  const orphans = paths.filter((path) => {
    const source = /^dist\/(.*?)(\.d)?\.(js|ts)$/.exec(path);
    return source !== null && !existsSync(join(root, `${source[1]}.ts`));
  });
  say("every compiled file has its source", orphans.length === 0 ? undefined : orphans.join(", "));
  const megabytes = `${(size / 1e6).toFixed(1)} MB`;
  say(`the tarball has ${paths.length} files, ${megabytes}`, size > LARGEST_TARBALL ? megabytes : undefined);
}

function install(filename) {
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), '{ "private": true }\n');
  const begun = performance.now();
  const { status, stderr } = start("npm", ["install", "--no-audit", "--no-fund", join(temp, filename)], home);
  if (status !== 0) throw new Error(`npm install: exit code ${status}; ${stderr.slice(-2000)}`);
  say(`installed in an empty folder (${Math.round((performance.now() - begun) / 1000)} s)`);
  if (stderr.trim() !== "") console.log(stderr.trim());
}

const OPERATOR = `import { defineAugmentation } from "tare";
export default defineAugmentation({
  summary: "Puts a thank-you below the answer.", version: 1, expects: "not-higher", attribute: "courtesy",
  changes: "response", applies: "Every answer.", languages: "any", preserves: ["code", "math", "urls", "numbers"],
  source: "Written for this check.", examples: [{ response: "Yes.", becomes: "Yes.\\n\\nThank you." }],
  apply: ({ response }) => \`\${response}\\n\\nThank you.\`,
});
`;

function writeUserFiles() {
  const packed = join(home, "node_modules", "tare", "demo", "data", "tare-written.jsonl");
  const lines = readFileSync(packed, "utf8").trim().split("\n");
  writeFileSync(join(home, "data.jsonl"), `${lines.slice(0, 10).join("\n")}\n`);
  writeFileSync(join(home, "thank-you.mjs"), OPERATOR);
}

const VERDICTS = [0, 3, 4]; // a run that came to its end

function useIt() {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  tare(["--version"], 0, new RegExp(`^${version.replaceAll(".", "\\.")}\\s*$`));
  tare(["list", "augmentations"], 0, /whitespace-jitter/);
  tare(["list", "rubrics"], 0, /general/);
  tare(["explain", "length-padding"], 0, /before/);
  tare(["explain", "general"], 0, /must/);
  tare(["demo", "--help"], 0, /embedded/);
  const run = ["run", "data.jsonl", "--quiet", "--rubric"];
  const padded = ["smoke", "--model", "scripted:0.01*length"];
  const output = tare(
    [...run, ...padded, "--augmentation", "./thank-you.mjs", "--json"],
    VERDICTS,
    /thank-you/,
  );
  say("--json prints JSON", parses(output));
  tare(["gate"], VERDICTS, /PASS|FAIL|INCONCLUSIVE/);
  tare(["query", "skipped-by-reason", "--format", "csv"], 0, /./);
  const embedded = "./node_modules/tare/demo/models/tare-mini-bt";
  tare([...run, "smoke", "--model", embedded, "--limit", "6", "--db", "onnx.db"], VERDICTS, /tare-mini-bt/);
  tare(["report", "--db", "onnx.db"], 0, /tare-mini-bt/);
  tare(["run", "missing.jsonl", "--model", "scripted:length"], 2, /TARE_/);
  tare(["run", "data.jsonl", "--model", "./no-such-model"], 2, /TARE_MODEL_MISSING/);
}

function parses(text) {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error.message;
  }
}

try {
  const packed = pack();
  checkContents(packed);
  install(packed.filename);
  writeUserFiles();
  useIt();
} catch (error) {
  say("the check itself", error.message);
} finally {
  rmSync(temp, { recursive: true, force: true });
}
console.log(problems.length === 0 ? "the packed tarball works" : `${problems.length} checks failed`);
process.exitCode = problems.length === 0 ? 0 : 1;
