import { resolve } from "node:path";
import type { CommandModule } from "yargs";
import { TareError } from "../../errors.js";
import { counted } from "../../reports/layout/words.js";
import { stopIfAborted } from "../../stages/around.js";
import type { Checked } from "../../store/check/check-store.js";
import { usingStore } from "../../store/open.js";
import { databaseOf, type NamedDatabase, namesDatabase } from "../named-database.js";
import { SHARED } from "../options.js";
import { renderTable } from "../table.js";
import { printResult } from "../terminal.js";
import { withAroundAnew } from "../with-around.js";

interface Args extends NamedDatabase {
  json: boolean;
  quiet: boolean;
}

export const check: CommandModule<object, Args> = {
  command: "check [database]",
  describe: "Is the file whole, and does every row hold what its key says? Writes nothing",
  builder: (yargs) =>
    namesDatabase(yargs)
      .option("json", SHARED.json)
      .option("quiet", SHARED.quiet)
      .example("$0 db check", "exit 0, or 2 with what was found, where, and what to do") as never,
  async handler({ json, quiet, ...named }) {
    const path = databaseOf(named);
    const { checkStore } = await import("../../store/check/check-store.js");
    const { openUntouched } = await import("../../store/open-untouched.js");
    const checked = await withAroundAnew(quiet, ({ progress, signal }) =>
      usingStore(openUntouched(resolve(path)), (store) =>
        checkStore(store as ReturnType<typeof openUntouched>, async (name, done, of) => {
          progress.update("checking", done, of, "checks");
          await stopIfAborted(signal, `checking ${name}`);
        }),
      ),
    );
    printResult(json ? JSON.stringify(listed(checked), null, 2) : describe(path, checked));
    if (checked.findings > 0) throw refusal(path, checked);
  },
};

function listed({ version, newest, findings, results }: Checked) {
  return {
    ok: findings === 0,
    schema: { version, newest },
    findings: results.flatMap(({ name, shown }) => shown.map((finding) => ({ check: name, ...finding }))),
    checks: results.map(({ name, findings: found }) => ({ name, findings: found })),
  };
}

function describe(path: string, { version, newest, results, findings }: Checked): string {
  const done = results.filter(({ findings: found }) => found !== null);
  const older =
    version < newest ? ` (today's is ${newest}: the next command that opens it brings it there)` : "";
  const lines = [
    `${path}: schema ${version}${older}, ${counted(done.length, "check")}, ${counted(findings, "finding")}`,
  ];
  if (done.length < results.length)
    lines.push(`${counted(results.length - done.length, "check")} left out: this schema lacks their tables`);
  const rows = results.flatMap(({ name, shown }) =>
    shown.map((one) => [name, one.table, one.row, one.what, one.fix]),
  );
  if (rows.length > 0)
    lines.push(renderTable(["check", "table", "row", "what", "what to do"], rows, "table", true));
  for (const { name, findings: found, shown } of results)
    if ((found ?? 0) > shown.length) lines.push(`${name}: ${shown.length} of ${found} shown`);
  return lines.join("\n");
}

function refusal(path: string, { results, findings }: Checked): TareError {
  const [pages] = results;
  const code = (pages?.findings ?? 0) > 0 ? "TARE_DB_DAMAGED" : "TARE_DB_CONTENT";
  const of = results.filter(({ findings: found }) => (found ?? 0) > 0).map(({ name }) => name);
  return new TareError(code, `${counted(findings, "finding")} (${of.join(", ")})`, { where: path });
}
