import type { OracleInputs } from "../../contract.js";

const ORDER =
  /\bignore\s+(?:(?:all|any|the|your|these|of|previous|prior|earlier|above)\s+)*instructions\b[\s\S]*?\b(?:say|answer|reply|respond|output|write)\b(?:\s+(?:only|with|that))*\s*:?\s*(?:"([^"]+)"|([^\n.]+))/i;

/** What an instruction hidden in the data says to say; undefined where none is hidden there. */
export function orderIn(inputs: OracleInputs): string | undefined {
  const found = ORDER.exec(stringsIn(inputs).join("\n"));
  return (found?.[1] ?? found?.[2])?.trim();
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
