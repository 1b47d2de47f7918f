import type { MiddlewareHandler } from "hono";
import { TareError } from "../../errors.js";

/**
 * Lets in what was addressed to this machine by number (or as localhost): a host name that an attacker makes to point here
 * (DNS rebinding) is another one. And what a page of another origin asks for, a server on another port included, is
 * refused where the browser says so. Throws TARE_VIEW_ORIGIN.
 */
export function requireOrigin(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header("host") ?? "";
    // A browser leaves out the port that HTTP has by itself.
    const given = port() === 80 && !host.includes(":") ? `${host}:80` : host;
    if (![`127.0.0.1:${port()}`, `localhost:${port()}`].includes(given))
      throw new TareError("TARE_VIEW_ORIGIN", "the request names another host than this viewer");
    const from = context.req.header("sec-fetch-site") ?? "none";
    // Somebody may follow the address with its token from anywhere; the page that answers holds no data.
    const entering = context.req.query("token") !== undefined;
    if (!entering && from !== "none" && from !== "same-origin")
      throw new TareError("TARE_VIEW_ORIGIN", "a page of another origin asks");
    await next();
  };
}
