import type { OracleIdentity, RunView } from "../../contract.js";
import { shellWord } from "./query.js";

/** The options of `tare run` that name a run's oracle and verifier; empty where it has none. */
export function oracleOptions({ oracle: use }: Pick<RunView, "oracle">): string {
  if (use === undefined) return "";
  const { oracle, verifier } = use;
  return `${named("oracle", oracle)}${verifier === null ? "" : named("verifier", verifier)}`;
}

/** Of a replay the name of its file; of a local model its own: where they lay is not stored. */
function named(option: "oracle" | "verifier", { kind, model, address, files }: OracleIdentity): string {
  if (address !== "") return ` --${option} ${shellWord(address)} --${option}-model ${shellWord(model)}`;
  const rest = kind === "replay" ? (Object.keys(files)[0] ?? "") : model;
  return ` --${option} ${shellWord(`${kind}:${rest}`)}`;
}
