import type { Device } from "../../src/contract.js";
import { type Examination, examine, type Question } from "../../src/doctor/examine.js";
import { readReference } from "../../src/doctor/reference/read.js";
import { loadFormats, loadScorerKinds } from "../../src/registry.js";
import { surroundings } from "../stages/weighing.js";

export interface Asked {
  readonly head?: string;
  readonly negate?: boolean;
  readonly data?: string;
  readonly reference?: string;
  readonly tolerance?: number;
  readonly template?: string;
  readonly maxLength?: number;
  readonly device?: Device;
}

/** What `tare doctor` finds, in this process. */
export async function look(model: string, cwd: string, asked: Asked = {}): Promise<Examination> {
  const { head, negate, data, reference, tolerance, ...opening } = asked;
  const question: Question = {
    model,
    kinds: await loadScorerKinds(),
    opening: { cwd, threads: 1, device: "cpu", ...opening },
    data:
      data === undefined
        ? undefined
        : { files: [data], formats: await loadFormats(), format: undefined, limit: 100, seed: 1 },
    head,
    negate,
    reference: reference === undefined ? undefined : await readReference(reference, cwd),
    tolerance,
  };
  return examine(question, surroundings(cwd));
}

export function codes({ problems }: Examination): string[] {
  return problems.map(({ code }) => code).sort();
}
