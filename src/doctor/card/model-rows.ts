import type { ModelFacts } from "../facts.js";
import type { FileFacts } from "../file-facts.js";
import { tensorWords } from "./words.js";

export type Row = readonly [label: string, value: string];

/** What the model is: files, graph, heads, where it runs. */
export function modelRows({ identity, key, files, reading, device }: ModelFacts): Row[] {
  const { kind, name, architecture, dtype, provider, heads, maxLength, truncation, batching, input } =
    identity;
  const where = device === null ? provider : `${device.obtained} (asked: ${device.asked})`;
  return [
    ["model", `${name} (${kind}), scorer ${key.slice(0, 12)}`],
    ["architecture", architecture],
    ["dtype", dtype],
    ["runs on", where],
    ...(device?.failed ?? []).map(({ device: other, reason }): Row => ["not on", `${other}: ${reason}`]),
    ...(reading === null
      ? []
      : ([
          ["inputs", reading.inputs.map(tensorWords).join(", ")],
          ["outputs", reading.outputs.map(tensorWords).join(", ")],
        ] satisfies Row[])),
    ["heads", heads.length === 1 ? `1 (${heads[0]})` : `${heads.length}: ${heads.join(", ")}`],
    ["input", input],
    ["window", `${maxLength} tokens, cut by ${truncation}; batching ${batching}`],
    ...files.map((file): Row => ["file", fileWords(file)]),
  ];
}

function fileWords({ file, sha256, bytes }: FileFacts): string {
  return `${file}${bytes === null ? "" : ` ${sizeWords(bytes)}`}, digest ${sha256.slice(0, 16)}…`;
}

function sizeWords(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${Number((bytes / 1024 ** power).toPrecision(3))} ${units[power]}`;
}
