import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { packagePath } from "../../src/paths.js";
import { pairOf } from "../attest/statements.js";
import { lines, preferences } from "../cli/preferences.js";
import { BREAKS, COMPLETENESS, KEEPS } from "../cli/rubrics.js";
import { run } from "../cli/tare.js";
import { workplace } from "../cli/workplace.js";

const FOLDER = packagePath("demo", "recipes");
const recipes = readdirSync(FOLDER).filter((file) => /\.(sh|py)$/.test(file));
const shells = recipes.filter((file) => file.endsWith(".sh"));
const python = ["python3", "python"]
  .map((name) => spawnSync(name, ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }))
  .find(({ status }) => status === 0)
  ?.stdout.trim();
const place = workplace();
const tare = (...args: string[]) => run(args, { cwd: place.path, env: { TARE_SIGNING_KEY: "" } });

/** A trainer that trains nothing, and comes to one checkpoint. */
const TRL = `
from types import SimpleNamespace
def GRPOConfig(**k): return k
class GRPOTrainer:
    def __init__(self, **k): self.k = k
    def train(self):
        print("TRAINS", self.k["reward_funcs"])
        control = SimpleNamespace(should_training_stop=False)
        state = SimpleNamespace(is_world_process_zero=True, global_step=7)
        for callback in self.k["callbacks"]: control = callback.on_save(None, state, control)
        print("STOPS", control.should_training_stop)
`;

/** A program of this name in front of the real one. */
function program(name: string, source: string): void {
  place.file(join("bin", name), source);
  chmodSync(join(place.path, "bin", name), 0o755);
}

/** Runs a recipe in the workplace with the trainer put away: what would be trained is printed. */
function follow(recipe: string, env: Record<string, string> = {}) {
  const [command, ...before] = recipe.endsWith(".sh") ? ["bash"] : [python!, "-B"];
  const { status, stdout, stderr } = spawnSync(command!, [...before, join(FOLDER, recipe)], {
    cwd: place.path,
    encoding: "utf8",
    env: {
      PATH: `${join(place.path, "bin")}${delimiter}${process.env.PATH}`,
      PYTHONPATH: join(place.path, "packages"),
      ...env,
    },
  });
  return { status, stdout, stderr };
}

async function attest(model: string): Promise<void> {
  const db = model === BREAKS ? "broken.db" : `${model.replace(/\W/g, "")}.db`;
  await tare("run", "data.jsonl", "--rubric", "./rubric.json", "--model", model, "--quiet", "--db", db);
  const out = ["--out", "my-rm.tare.json", "--key", "tare.key", "--also", "my-rm-pytorch"];
  expect((await tare("attest", "--db", db, ...out)).code).toBe(0);
}

beforeAll(() => {
  const mine = pairOf();
  place.file("tare.key", mine.secret);
  place.file("tare.pub", mine.open);
  place.file("data.jsonl", lines(preferences(30)));
  place.file("rubric.json", COMPLETENESS);
  place.file("my-rm-pytorch/model.safetensors", "weights");
  const cli = packagePath("dist", "src", "cli.js");
  program("npx", `#!/bin/sh\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`);
  // Stands before the real one for the shell recipes only: the Python recipe is started by its path.
  program("python3", '#!/bin/sh\necho "TRAINS $*"\n');
  const stub = (name: string, source: string) => place.file(join("packages", name), source);
  stub("datasets.py", "def load_dataset(*a, **k): return None\n");
  stub("transformers.py", "class TrainerCallback: pass\n");
  stub("accelerate/__init__.py", "");
  stub("accelerate/utils.py", "def broadcast_object_list(codes): return codes\n");
  stub("trl.py", TRL);
});

describe("the recipes", () => {
  it("are there for each trainer, and told in the README", () => {
    const told = readFileSync(join(FOLDER, "README.md"), "utf8");
    expect(recipes).toHaveLength(3);
    for (const recipe of recipes) expect(told).toContain(`[${recipe}](${recipe})`);
  });

  it.each(shells)("%s is sound shell", (file) => {
    expect(spawnSync("bash", ["-n", join(FOLDER, file)], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });

  const followed = python === undefined ? shells : recipes;
  it("stop where there is no attestation, no pass, or other weights, and train where all is right", async () => {
    const ends = () => followed.map((recipe) => follow(recipe));
    const first = () => follow(followed[0]!);
    const missing = first();
    expect([missing.status, missing.stdout]).toEqual([2, ""]);
    expect(missing.stderr).toContain("no training: tare verify ended with 2");
    await attest(BREAKS);
    for (const { status, stdout } of ends()) {
      expect(status).toBe(3);
      expect(stdout).not.toContain("TRAINS");
    }
    await attest(KEEPS);
    for (const { status, stdout } of ends()) {
      expect(stdout).toMatch(/^TRAINS .*\.\/my-rm-pytorch/m);
      expect(status).toBe(0);
    }
    if (python !== undefined) {
      const watch = (db: string) => follow("trl_grpo.py", { WATCH: `npx tare gate --db ${db}` });
      expect(watch("scriptedlength.db").stdout).toContain("STOPS False");
      const stopped = watch("broken.db");
      expect(stopped.stdout).toContain("STOPS True");
      expect(stopped.stderr).toContain("training stops at step 7: tare ended with 3");
    }
    writeFileSync(join(place.path, "my-rm-pytorch", "model.safetensors"), "other weights");
    const other = first();
    expect(other.status).toBe(3);
    expect(other.stderr).toContain("model.safetensors is another file than the attested one");
  });
});
