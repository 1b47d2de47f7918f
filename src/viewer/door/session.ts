import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { TareError } from "../../errors.js";
import { ICON } from "../../reports/html/document.js";
import { isToken } from "./token.js";

/**
 * Lets in who holds the token: once in the address, then in a cookie that no script reads and no other site makes a browser
 * send. The address is left by a page that leads on, not by a redirect: after a redirect a browser counts the site whose
 * link was followed as the sender, and would withhold the cookie. The token goes with it from address and history.
 * Throws TARE_VIEW_TOKEN.
 */
export function requireToken(token: string, port: () => number): MiddlewareHandler {
  return async (context, next) => {
    // Cookies know no ports: another viewer on this machine keeps its own.
    const name = `tare-view-${port()}`;
    const given = context.req.query("token");
    if (given === undefined && isToken(getCookie(context, name), token)) return next();
    if (context.req.path !== "/" || !isToken(given, token))
      throw new TareError("TARE_VIEW_TOKEN", "the request does not hold the viewer's token");
    setCookie(context, name, token, { httpOnly: true, sameSite: "Strict", path: "/" });
    return context.html(html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>tare</title><link rel="icon" href="${ICON}"><meta http-equiv="refresh" content="0; url=/"></head>
<body><a href="/">Go on to the runs</a></body>
</html>`);
  };
}
