import { existsSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { ScorerKind } from "../contract.js";
import { TareError } from "../errors.js";
import { OPTIONAL_FILES } from "../scorers/onnx/folder.js";
import { openScorer } from "../scorers/open.js";
import type { Statement } from "./document.js";
import { sha256OfFile } from "./sha256.js";

type Scorer = Statement["predicate"]["scorer"];

/** How the user names the model in hand. */
export interface ModelInHand {
  readonly spec: string;
  readonly cwd: string;
  /** The chat template of one's own that it is used with. */
  readonly template?: string | undefined;
}

/** The name under which a scorer's identity holds a chat template that the user gave. */
const OWN_TEMPLATE = "--template";

/**
 * Where the model in hand is another than the attested one, one sentence a difference; none where all files that change
 * numbers are the same. Of an ONNX model nothing is loaded, each file is only digested. Throws TARE_MODEL_MISSING.
 */
export async function compareModel(
  { scorer }: Statement["predicate"],
  hand: ModelInHand,
  kinds: readonly ScorerKind[],
): Promise<string[]> {
  const named = kinds.find(({ name }) => name !== scorer.kind && hand.spec.startsWith(`${name}:`));
  if (named !== undefined) return [otherKind(named.name, scorer)];
  if (scorer.kind === "onnx") return compareFolder(scorer, hand);
  const opened = await openScorer(hand.spec, kinds, { cwd: hand.cwd });
  await opened.close();
  const { kind, files } = opened.identity;
  if (kind !== scorer.kind) return [otherKind(kind, scorer)];
  const names = new Set([...Object.keys(files), ...Object.keys(scorer.files)]);
  return [...names]
    .filter((name) => files[name] !== scorer.files[name])
    .map((name) => `its ${name} is another than the attested one`);
}

function otherKind(kind: string, attested: Scorer): string {
  return `it is a scorer of the kind ${kind}, attested is one of the kind ${attested.kind}`;
}

async function compareFolder({ files }: Scorer, { spec, cwd, template }: ModelInHand): Promise<string[]> {
  const home = homeOf(spec, cwd, Object.keys(files));
  const found: string[] = [];
  for (const [name, digest] of Object.entries(files)) {
    const own = name === OWN_TEMPLATE;
    if (own && template === undefined) {
      found.push("it was weighed with a chat template given by --template: give the one in use the same way");
      continue;
    }
    const path = own ? resolve(cwd, template!) : join(home, ...name.split("/"));
    if (!existsSync(path) || !statSync(path).isFile()) found.push(`${name} is missing`);
    else if ((await sha256OfFile(path)) !== digest)
      found.push(`${name} is another file than the attested one`);
  }
  if (template !== undefined && files[OWN_TEMPLATE] === undefined)
    found.push("it was weighed without a chat template of one's own");
  const extra = OPTIONAL_FILES.filter((name) => files[name] === undefined && existsSync(join(home, name)));
  return [
    ...found,
    ...extra.map((name) => `${name} was not there when it was weighed, and it changes scores`),
  ];
}

/** The folder from which the attested names count: the one given, or that of the .onnx file given. */
function homeOf(spec: string, cwd: string, names: readonly string[]): string {
  const path = resolve(cwd, spec.replace(/^onnx:/, ""));
  const folder = existsSync(path) ? path : path.replace(/#[^#]*$/, "");
  if (!existsSync(folder))
    throw new TareError("TARE_MODEL_MISSING", "there is no such folder", { where: spec });
  if (statSync(folder).isDirectory()) return folder;
  const graph = names.find((name) => name.endsWith(".onnx") && folder.endsWith(`${sep}${join(name)}`));
  if (graph !== undefined) return folder.slice(0, -join(graph).length - 1);
  throw new TareError("TARE_MODEL_MISSING", "this is not the attested graph: give the model's folder", {
    where: spec,
  });
}
