import { TareError } from "../../errors.js";
import { byName } from "../../nearest.js";
import type { NamedProtocol } from "./protocol.js";

/** What every protocol takes, with what it means. */
export const OPTIONS = {
  tokenizer: "DIR: render by the chat template of this folder (tokenizer.json, tokenizer_config.json)",
  render: "messages, plain (role: content, a line a turn), response (the response alone) or pair",
  activated: "ok: the rewards do lie between 0 and 1",
  batch: "texts a request, 16 if left out",
  concurrency: "requests at a time, 8 if left out",
  timeout: "seconds to wait for an answer, 60 if left out",
  retries: "tries after a 429, a 5xx or a lost connection, 5 if left out",
} as const;

const NUMBERS = { batch: 16, concurrency: 8, timeout: 60, retries: 5 } as const;

export interface HttpSpec {
  readonly protocol: NamedProtocol;
  readonly url: URL;
  readonly model: string | undefined;
  readonly options: ReadonlyMap<string, string>;
  readonly numbers: Readonly<Record<keyof typeof NUMBERS, number>>;
  /** PROTOCOL+URL#MODEL without the URL's query: what may be stored and shown. */
  readonly name: string;
}

/** Reads `PROTOCOL+URL[#MODEL][&OPTION=VALUE…]`. Errors: TARE_SCORER_SPEC, TARE_UNKNOWN_NAME. */
export function parseSpec(spec: string, protocols: readonly NamedProtocol[]): HttpSpec {
  const plus = spec.indexOf("+");
  const names = protocols.map(({ name }) => name).join(", ");
  if (plus < 0 || spec.slice(0, plus).includes("/"))
    throw refuse(`it wants PROTOCOL+URL, where PROTOCOL is one of ${names}`);
  const protocol = byName("protocol", spec.slice(0, plus), protocols);
  const [address = "", ...rest] = spec.slice(plus + 1).split("#");
  const url = readAddress(address);
  const { model, options } = readFragment(rest.join("#"), protocol);
  if (protocol.needsModel && model === undefined)
    throw refuse(`${protocol.name} must name the model: add #MODEL to the URL`);
  const place = `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  return {
    protocol,
    url,
    model,
    options,
    numbers: readNumbers(options),
    name: `${protocol.name}+${place}${model === undefined ? "" : `#${model}`}`,
  };
}

function readAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw refuse("its address is no http:// or https:// URL");
  // Not shown: names and messages are stored and printed.
  if (url.username !== "" || url.password !== "")
    throw refuse("its URL holds a name or password: put the token into TARE_HTTP_TOKEN instead");
  return url;
}

/** The first piece without a known `OPTION=` is the model's name. */
function readFragment(
  fragment: string,
  protocol: NamedProtocol,
): { readonly model: string | undefined; readonly options: ReadonlyMap<string, string> } {
  const known = [...Object.keys(OPTIONS), ...Object.keys(protocol.options)];
  const options = new Map<string, string>();
  let model: string | undefined;
  for (const piece of fragment === "" ? [] : fragment.split("&")) {
    const [, name = "", value = ""] = /^([a-z]+)=(.*)$/s.exec(piece) ?? [];
    if (known.includes(name) && value !== "" && !options.has(name)) options.set(name, value);
    else if (name === "" && piece !== "" && model === undefined) model = piece;
    else throw refuse(`"${piece}" is no option of ${protocol.name}; they are ${known.join(", ")}`);
  }
  return { model, options };
}

function readNumbers(options: ReadonlyMap<string, string>): HttpSpec["numbers"] {
  const read = (name: keyof typeof NUMBERS): number => {
    const given = options.get(name) ?? String(NUMBERS[name]);
    const least = name === "retries" ? 0 : 1;
    const number = Number(given);
    if (Number.isInteger(number) && number >= least && number <= 100_000) return number;
    throw refuse(`${name}=${given} is no whole number of ${least} or more`);
  };
  return {
    batch: read("batch"),
    concurrency: read("concurrency"),
    timeout: read("timeout"),
    retries: read("retries"),
  };
}

/** A complaint about the spec itself; the spec is not repeated, since its URL may hold what nobody should read. */
export function refuse(what: string): TareError {
  return new TareError("TARE_SCORER_SPEC", what, {
    where: "http",
    fix: "See `tare explain http`; an example is http:vllm-classify+http://127.0.0.1:8000#my-rm&tokenizer=./my-rm",
  });
}
