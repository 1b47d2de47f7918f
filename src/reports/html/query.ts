import type { QueryText, RunView } from "../../contract.js";
import { html, type Markup, NONE } from "./markup.js";
import { shown } from "./text.js";

/** A question of db/queries with what it is asked with; `run` goes without saying. */
export interface Asked {
  readonly name: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** The command that prints the numbers of a section, and its SQL, both to be copied; works as selectable text without a script. */
export function queryBlock(view: RunView, asked: Asked, id: string): Markup {
  const query = view.details?.queries.find(({ name }) => name === asked.name);
  const sql =
    query === undefined
      ? NONE
      : copyable(`${id}-sql`, "SQL, for the sqlite3 shell", sqlOf(view, query, asked));
  return html`<details class="query"><summary>From the database: <code>${shown(asked.name)}</code></summary>
${copyable(`${id}-command`, "Command", commandOf(view, asked, query))}${sql}</details>`;
}

/** `tare query effects --param run=7f3a91c2d4e5 --db my.db`. */
export function commandOf(
  { run, database }: RunView,
  { name, parameters = {} }: Asked,
  query?: QueryText,
): string {
  const takesRun = query === undefined || query.parameters.some((one) => one.name === "run");
  const given = { ...parameters, ...(takesRun ? { run: parameters.run ?? run.slice(0, 12) } : {}) };
  const asked = Object.entries(given).map(([key, value]) => `--param ${shellWord(`${key}=${value}`)}`);
  return ["tare query", name, ...asked, `--db ${shellWord(database)}`].join(" ");
}

/** The SQL with its parameters set: they are expressions to the shell, so that a text wants quotes of its own. */
function sqlOf({ run }: RunView, { parameters, sql }: QueryText, asked: Asked): string {
  const settings = parameters.flatMap(({ name, standard }) => {
    const value = name === "run" ? run : (asked.parameters?.[name] ?? standard);
    return value === null ? [] : [`.parameter set :${name} ${sqlWord(value)}`];
  });
  return [...settings, sql.trim()].join("\n");
}

function sqlWord(value: string): string {
  return /^\d+$/.test(value) && value.length < 16
    ? value
    : `"'${value.replace(/'/g, "''").replace(/["\\]/g, "\\$&")}'"`;
}

/** Quoted for a POSIX shell where it must be. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replace(/'/g, "'\\''")}'`;
}

/** A text in a box with a button that copies it, which the script of the page uncovers. */
export function copyable(id: string, label: string, text: string): Markup {
  return html`<div class="copyable"><p><span id="${id}-label">${label}</span><button type="button" hidden data-copy="${id}" aria-describedby="${id}-label">Copy</button></p>
<pre id="${id}" tabindex="0" aria-labelledby="${id}-label"><code>${shown(text)}</code></pre></div>`;
}
