import type { Oracle, OracleOptions } from "../contract.js";
import { TareError } from "../errors.js";
import { didYouMean } from "../nearest.js";
import { loadOracleKinds, oracleKindNames } from "../registry.js";

const SERVED = /^https?:\/\//i;

/**
 * Opens what the user named: an http(s) URL is an OpenAI-compatible server, `NAME:REST` a file of kinds/. Only the kind
 * that is named is imported. Errors: TARE_ORACLE_SPEC and the kind's own.
 */
export async function openOracle(spec: string, options: OracleOptions): Promise<Oracle> {
  const { name, rest } = SERVED.test(spec) ? { name: "openai", rest: spec } : named(spec);
  const [kind] = await loadOracleKinds((one) => one === name);
  return kind!.open(rest, options);
}

/** What is shown of a spec stops before the rest: it may be an address that holds a password. */
function named(spec: string): { readonly name: string; readonly rest: string } {
  const colon = spec.indexOf(":");
  const name = spec.slice(0, Math.max(0, colon));
  const names = oracleKindNames();
  if (names.includes(name)) return { name, rest: spec.slice(colon + 1) };
  const kinds = `http(s)://…, ${names.map((one) => `${one}:`).join(", ")}`;
  if (colon < 1)
    throw new TareError("TARE_ORACLE_SPEC", `neither a URL nor KIND:…; there are ${kinds}`, { where: spec });
  const hint = /^(localhost|[\w-]+(\.[\w-]+)+)$/.test(name)
    ? `; a server's address begins with http:// or https://`
    : "";
  throw new TareError(
    "TARE_ORACLE_SPEC",
    `there is no kind of oracle "${name}"${didYouMean(name, names)}${hint}; there are ${kinds}`,
  );
}
