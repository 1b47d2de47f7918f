import { readdirSync } from "node:fs";
import type { Format } from "../../src/contract.js";

const FOLDER = new URL("../../src/formats/known/", import.meta.url);

/** Every format of the room under its file name, as discovery finds them. */
export const FORMATS: readonly Format[] = await Promise.all(
  readdirSync(FOLDER).map(async (file) => {
    const { default: format } = (await import(new URL(file, FOLDER).href)) as {
      default: Omit<Format, "name">;
    };
    return { ...format, name: file.replace(/\.ts$/, "") };
  }),
);

export function formatNamed(name: string): Format {
  const format = FORMATS.find((each) => each.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return format;
}
