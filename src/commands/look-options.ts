import type { Options } from "yargs";

/** How what is printed for a person looks; what is left out is taken from the terminal. */
export const LOOK = {
  width: { type: "number", describe: "Columns; the terminal's if left out", requiresArg: true },
  color: {
    type: "boolean",
    describe: "--no-color: no colours; --color: colours also where stdout is no terminal",
  },
} as const satisfies Record<string, Options>;

export function requireWidth({ width }: { readonly width?: number | undefined }): true {
  if (width === undefined || (Number.isInteger(width) && width >= 60 && width <= 400)) return true;
  throw new Error("--width wants a whole number from 60 to 400");
}
