import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { digestAlso } from "../../src/attest/also.js";
import { sealEnvelope } from "../../src/attest/envelope.js";
import { privateKey } from "../../src/attest/keys.js";
import { statementBytes } from "../../src/attest/read.js";
import { packagePath } from "../../src/paths.js";
import { DAY, pairOf, stated, weighed } from "../attest/statements.js";
import { BREAKS, KEEPS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";

const FOLDER = packagePath("demo", "recipes");
const recipes = readdirSync(FOLDER).filter((file) => /\.(sh|py)$/.test(file));
const shells = recipes.filter((file) => file.endsWith(".sh"));
const python = ["python3", "python"]
  .map((name) => spawnSync(name, ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }))
  .find(({ status }) => status === 0)
  ?.stdout.trim();
const place = workplace();
const mine = pairOf();

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
  const statement = await stated(
    await weighed(place, [model], `${model === KEEPS ? "kept" : "broken"}.db`),
    DAY,
    await digestAlso(["my-rm-pytorch"], place.path),
  );
  const key = privateKey({ pem: mine.secret, where: "" });
  place.file("my-rm.tare.json", sealEnvelope(statementBytes(statement), key));
}

beforeAll(() => {
  place.file("tare.pub", mine.open);
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

  it.each([...shells, "../ci-session"])("%s is sound shell", (file) => {
    expect(spawnSync("bash", ["-n", join(FOLDER, file)], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });

  const followed = python === undefined ? shells : recipes;
  const first = followed[0]!;

  it("stop where there is no attestation", () => {
    const { status, stdout, stderr } = follow(first);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("no training: tare verify ended with 2");
  });

  it.each(followed)("%s stops at a fail, and trains at a pass", async (recipe) => {
    await attest(BREAKS);
    const failed = follow(recipe);
    expect(failed.status).toBe(3);
    expect(failed.stdout).not.toContain("TRAINS");
    await attest(KEEPS);
    const passed = follow(recipe);
    expect(passed.stdout).toMatch(/^TRAINS .*\.\/my-rm-pytorch/m);
    expect(passed.status).toBe(0);
  });

  it("stop at other weights than the attested ones", async () => {
    await attest(KEEPS);
    const weights = join(place.path, "my-rm-pytorch", "model.safetensors");
    const before = readFileSync(weights);
    writeFileSync(weights, "other weights");
    const { status, stderr } = follow(first);
    writeFileSync(weights, before);
    expect(status).toBe(3);
    expect(stderr).toContain("model.safetensors is another file than the attested one");
  });

  it.skipIf(python === undefined)("trl_grpo.py stops where what it watches says so", async () => {
    await attest(KEEPS);
    expect(follow("trl_grpo.py", { WATCH: "sh -c 'exit 2'" }).stdout).toContain("STOPS False");
    const stopped = follow("trl_grpo.py", { WATCH: "sh -c 'exit 3'" });
    expect(stopped.stdout).toContain("STOPS True");
    expect(stopped.stderr).toContain("training stops at step 7: tare ended with 3");
  });
});
