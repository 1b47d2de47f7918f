import { TareError } from "../../errors.js";

/** Where a server speaks the protocol. */
export interface Address {
  /** Up to and with `/v1`: what paths are appended to. May be stored and shown. */
  readonly shown: string;
  /** Sent with every request, and shown nowhere: it may hold a secret. */
  readonly query: Readonly<Record<string, string>>;
}

/**
 * `http://host:8000` and `http://host:8000/v1` are the same server; any other path is taken as it stands, but for a
 * closing `/chat/completions`. Errors: TARE_ORACLE_SPEC, without the URL where it may hold a secret.
 */
export function readAddress(spec: string): Address {
  const url = URL.canParse(spec) ? new URL(spec) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new TareError("TARE_ORACLE_SPEC", "the address is no http:// or https:// URL");
  const host = `${url.protocol}//${url.host}`;
  if (url.username !== "" || url.password !== "")
    throw new TareError("TARE_ORACLE_SPEC", "the URL holds a name or a password", {
      where: host,
      fix: "Leave it out, and put a key into the environment variable TARE_ORACLE_KEY (of a verifier: TARE_VERIFIER_KEY).",
    });
  if (url.hash !== "")
    throw new TareError("TARE_ORACLE_SPEC", `the URL ends in ${url.hash}`, {
      where: host,
      fix: "Name the model with --oracle-model (of a verifier: --verifier-model).",
    });
  const path = url.pathname.replace(/\/+$/, "").replace(/\/chat\/completions$/, "");
  return { shown: `${host}${path === "" ? "/v1" : path}`, query: Object.fromEntries(url.searchParams) };
}
