import { attestationJsonSchema } from "../../dist/src/attest/document.js";
import { baselineJsonSchema } from "../../dist/src/baseline/snapshot.js";
import { reportJsonSchema } from "../../dist/src/reports/schema/document.js";
import { rubricJsonSchema } from "../../dist/src/rubric/document.js";
import { showJsonSchema } from "../../dist/src/show/document.js";
import { explainJsonSchema } from "../../dist/src/show/oracle/document.js";
import { waiversJsonSchema } from "../../dist/src/waivers/document.js";

/** Published JSON Schema -> what makes it. */
export const SCHEMAS = {
  "rubrics/rubric.schema.json": rubricJsonSchema,
  "schemas/attestation.schema.json": attestationJsonSchema,
  "schemas/baseline.schema.json": baselineJsonSchema,
  "schemas/explain.schema.json": explainJsonSchema,
  "schemas/report.schema.json": reportJsonSchema,
  "schemas/show.schema.json": showJsonSchema,
  "schemas/waivers.schema.json": waiversJsonSchema,
};
