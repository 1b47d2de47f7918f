import type { Cell } from "./table.js";

export interface Listing {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What tare has by name, discovered from its folders: the tables of `tare list` and of the README. */
export const CATALOGUE = {
  async augmentations(): Promise<Listing> {
    const { loadAugmentations } = await import("../registry.js");
    const { ORACLE_OPERATORS, oracleOperator } = await import("../oracle/operators.js");
    const ofOracles = ORACLE_OPERATORS.map((name) => oracleOperator(name)!);
    const rows = [...(await loadAugmentations()), ...ofOracles].map(
      ({ name, attribute, expects, doses, summary }) => [
        name,
        attribute,
        expects,
        doses?.join(" ") ?? "",
        summary,
      ],
    );
    return { columns: ["augmentation", "attribute", "expects", "doses", "what it does"], rows };
  },
  async rubrics(): Promise<Listing> {
    const { listRubrics, loadAugmentations } = await import("../registry.js");
    const { openRubric } = await import("../rubric/open.js");
    const augmentations = await loadAugmentations();
    const rows = listRubrics().map(({ name }) => {
      const { why, rules } = openRubric(name, ".", augmentations);
      const claims = rules.flatMap((rule) => rule.claims);
      return [name, claims.filter(({ severity }) => severity === "error").length, claims.length, why];
    });
    return { columns: ["rubric", "gated claims", "claims", "why"], rows };
  },
  async formats(): Promise<Listing> {
    const { loadFormats } = await import("../registry.js");
    const rows = (await loadFormats()).map(({ name, columns, summary }) => [name, columns, summary]);
    return { columns: ["format", "columns", "what it reads"], rows };
  },
  async queries(): Promise<Listing> {
    const { listQueries } = await import("../registry.js");
    const rows = listQueries().map(({ name, parameters, title }) => [
      name,
      parameters
        .map(({ name: parameter, standard }) => `${parameter}${standard === undefined ? "" : `=${standard}`}`)
        .join(" "),
      title,
    ]);
    return { columns: ["query", "parameters", "question"], rows };
  },
  async scorers(): Promise<Listing> {
    const { loadScorerKinds } = await import("../registry.js");
    const rows = (await loadScorerKinds()).map(({ name, usage, summary }) => [name, usage, summary]);
    return { columns: ["scorer", "--model", "what it is"], rows };
  },
  async oracles(): Promise<Listing> {
    const { loadOracleKinds } = await import("../registry.js");
    const rows = (await loadOracleKinds()).map(({ name, usage, summary }) => [name, usage, summary]);
    return { columns: ["oracle", "--oracle", "what it is"], rows };
  },
  async reports(): Promise<Listing> {
    const { loadReports } = await import("../registry.js");
    return {
      columns: ["report", "what it is"],
      rows: (await loadReports()).map(({ name, summary }) => [name, summary]),
    };
  },
} as const;
