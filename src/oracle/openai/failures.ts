import { TareError } from "../../errors.js";
import type { Came } from "./connection.js";
import type { Key } from "./key.js";
import { codeIn, toldBy } from "./told.js";

const SHOWN = 200;

/** The sentences for what a server answers in place of a completion; none holds the key. */
export interface Failures {
  /** Errors by status: TARE_ORACLE_KEY, TARE_ORACLE_BUSY, TARE_ORACLE_ANSWER. */
  of(came: Came): TareError;
  /** TARE_ORACLE_ANSWER: what came is no completion. */
  unread(why: string, came: Came): TareError;
  /** What it says in place of an answer, whole. */
  told(came: Came): string;
}

export function describeFailures(
  where: string,
  { secret, from }: Key,
  query: Readonly<Record<string, string>>,
): Failures {
  const secrets = [secret, ...Object.values(query)].filter((one) => one !== undefined && one !== "");
  const masked = (text: string): string =>
    secrets.reduce((masking: string, one) => masking.replaceAll(one!, "…"), text);
  const shown = (text: string): string => masked(text).slice(0, SHOWN) || "nothing";
  const answered = ({ status, body }: Came): string => `answered ${status}: ${shown(toldBy(body))}`;
  return {
    of(came) {
      const { status, location, wait, attempts } = came;
      if ([401, 402, 403].includes(status)) {
        const why = secret === undefined ? `${from} is not set` : `the key is that of ${from}`;
        return new TareError("TARE_ORACLE_KEY", `${answered(came)} (${why})`, {
          where,
          fix: `Put the server's key into the environment variable ${from}.`,
        });
      }
      if ([429, 502, 503, 504, 529].includes(status)) {
        const asks = wait > 0 ? `, and asks to come back in ${Math.ceil(wait)} s` : "";
        const times = attempts === 1 ? "once" : `${attempts} times`;
        return new TareError("TARE_ORACLE_BUSY", `${answered(came)}; asked ${times}${asks}`, { where });
      }
      if (status >= 300 && status < 400)
        return new TareError(
          "TARE_ORACLE_ANSWER",
          `answered ${status}, a redirect to ${placeOf(location)}: none is followed`,
          { where, fix: "Give the address it leads to, if that is the server you mean." },
        );
      if (status === 404 || status === 405)
        return new TareError("TARE_ORACLE_ANSWER", answered(came), { where });
      return new TareError("TARE_ORACLE_ANSWER", answered(came), {
        where,
        fix: "The message is the server's own: mend what it names, or look into its log.",
      });
    },
    unread: (why, { body }) =>
      new TareError("TARE_ORACLE_ANSWER", `${why}; it begins ${JSON.stringify(shown(body.trim()))}`, {
        where,
      }),
    told: ({ body }) => masked(toldBy(body)),
  };
}

/** Says the server, in place of an answer, that the model's guard declined? */
export function isDeclined({ status, body }: Came): boolean {
  return status === 400 && /content_?filter|content_policy/i.test(codeIn(body));
}

/** A redirect's query may hold what nobody should read. */
function placeOf(location: string): string {
  if (!URL.canParse(location)) return location.replace(/[?#].*$/s, "") || "nowhere";
  const url = new URL(location);
  return `${url.protocol}//${url.host}${url.pathname}`;
}
