import type { CommandModule } from "yargs";
import { analyze } from "./analyze.js";
import { attest } from "./attest.js";
import { attributes } from "./attributes.js";
import { audit } from "./audit.js";
import { augment } from "./augment.js";
import { baseline } from "./baseline.js";
import { compareScores } from "./compare-scores.js";
import { db } from "./db.js";
import { demo } from "./demo.js";
import { diff } from "./diff.js";
import { doctor } from "./doctor.js";
import { explain } from "./explain.js";
import { exportSet } from "./export.js";
import { gate } from "./gate.js";
import { list } from "./list.js";
import { plan } from "./plan.js";
import { query } from "./query.js";
import { report } from "./report.js";
import { review } from "./review.js";
import { run } from "./run.js";
import { score } from "./score.js";
import { show } from "./show.js";
import { validate } from "./validate.js";
import { verify } from "./verify.js";
import { view } from "./view.js";

/** Every command, in the order of the help. */
// biome-ignore lint/suspicious/noExplicitAny: yargs' command type is invariant in its arguments
export const COMMANDS: readonly CommandModule<object, any>[] = [
  plan,
  run,
  score,
  compareScores,
  analyze,
  audit,
  attributes,
  augment,
  exportSet,
  review,
  gate,
  diff,
  baseline,
  report,
  show,
  view,
  attest,
  verify,
  list,
  doctor,
  explain,
  validate,
  query,
  demo,
  db,
];
