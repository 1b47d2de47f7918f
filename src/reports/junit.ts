import commonJs, { type Builder, type TestSuite } from "junit-report-builder";
import { defineReport, type Failure, type RunView, type Verdict } from "../contract.js";
import { type Group, groupsOf } from "./layout/groups.js";
import { leftAloneWords } from "./layout/left-alone.js";
import { oracleWords } from "./layout/oracle.js";
import { distinctNames } from "./layout/side-by-side.js";
import { staleWords } from "./layout/stale.js";
import { trainingWords } from "./layout/training.js";
import { counted } from "./layout/words.js";
import { proofOf, shortProof } from "./machine/proof.js";
import { xmlText } from "./machine/xml-text.js";

/** `module.exports` is the builder itself; its types, written for a bundler, place it one level deeper. */
const builder = commonJs as unknown as Builder;

export default defineReport({
  summary:
    "JUnit XML for CI: a suite an attribute, a case a claim; inconclusive is skipped, what threw is an error",
  render(views: readonly RunView[]): string {
    const report = builder.newBuilder().name("tare");
    const names = distinctNames(views);
    for (const [index, view] of views.entries()) {
      for (const group of groupsOf(view)) {
        const name = views.length === 1 ? group.attribute : `${names[index]}: ${group.attribute}`;
        const suite = report.testSuite().name(xmlText(name)).timestamp(xmlText(view.createdAt));
        for (const [key, value] of propertiesOf(view)) suite.property(key, xmlText(value));
        for (const verdict of group.verdicts) addClaim(suite, verdict, view);
        for (const threw of throwersOf(group)) addThrower(suite, threw, view);
      }
    }
    return `${report.build()}\n`;
  },
  /** A command without a verdict is one case in error: a CI that counts cases must not take it for nothing to do. */
  renderFailure({ code, message, where, fix }: Failure): string {
    const report = builder.newBuilder().name("tare");
    const place = where === "" ? "" : `${where}: `;
    const suite = report.testSuite().name("tare");
    suite
      .testCase()
      .className("tare")
      .name("comes to a verdict")
      .error(xmlText(`${place}${message}`), code, xmlText(`what to do: ${fix}`));
    return `${report.build()}\n`;
  },
});

function propertiesOf(view: RunView): (readonly [string, string])[] {
  const { run, rubric, scorer, verdict, look, lookOfAll = look } = view;
  return [
    ["run", run],
    ["rubric", `${rubric.name} ${rubric.digest}`],
    ["scorer", `${scorer.name} ${scorer.key}`],
    ["gate", verdict],
    ["look", String(look)],
    ["look of all models", String(lookOfAll)],
    ...staleWords(view).map((words) => ["analysis is due", words] as const),
    ...trainingWords(view).map((words) => ["training", words] as const),
    ...leftAloneWords(view).map((words) => ["left alone", words] as const),
    ...oracleWords(view).map((words) => ["oracle", words] as const),
  ];
}

/** Only a failure that blocks is a failure: test reporters turn a job red for one. The numbers stand there all the same. */
function addClaim(suite: TestSuite, verdict: Verdict, view: RunView): void {
  const { claim, waiver, because } = verdict;
  const test = suite.testCase().className(xmlText(view.scorer.name)).name(xmlText(claim.id));
  const blocks = claim.severity === "error" && !waiver;
  if (verdict.verdict === "fail" && blocks)
    test.failure(xmlText(because), "fail").stacktrace(xmlText(proofOf(verdict, view)));
  else if (verdict.verdict !== "pass") test.skipped();
  if (verdict.verdict !== "fail" || !blocks) test.standardOutput(xmlText(shortProof(verdict, view)));
}

function throwersOf({ rows }: Group): readonly { readonly label: string; readonly pairs: number }[] {
  return rows.flatMap(({ label, coverage }) => {
    const pairs = coverage.skipped.threw ?? 0;
    return pairs === 0 ? [] : [{ label, pairs }];
  });
}

function addThrower(
  suite: TestSuite,
  { label, pairs }: { readonly label: string; readonly pairs: number },
  view: RunView,
): void {
  const message = `${counted(pairs, "pair")} came to nothing because the operator threw`;
  const more = `tare query skipped-by-reason --param run=${view.run.slice(0, 12)} --db ${view.database}`;
  suite
    .testCase()
    .className(xmlText(view.scorer.name))
    .name(xmlText(`${label} does not throw`))
    .error(message, "TARE_AUGMENTATION_THREW", xmlText(more));
}
