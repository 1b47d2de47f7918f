import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { requireOrigin } from "../../src/viewer/door/origin.js";
import { isToken, makeToken } from "../../src/viewer/door/token.js";
import { addRun } from "../store/scored-store.js";
import { HOST, lookAt, TOKEN } from "./looked-at.js";

const MADE = [{ subset: "", responses: [{ role: "chosen", score: 1 } as const] }];
const viewer = await lookAt((store) => void addRun(store, MADE, "model-a"));
const cookie = `tare-view-4567=${TOKEN}`;
const inside = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  viewer.ask(path, { method, headers: { cookie, ...headers } });

describe("the token", () => {
  it("is another one each time, and long", () => {
    const made = new Set(Array.from({ length: 100 }, makeToken));
    expect(made.size).toBe(100);
    for (const token of made) expect(token).toMatch(/^[\w-]{32}$/);
  });

  it.each([undefined, "", "the-toke", "the-token ", "the-tokeN"])("is not %j", (given) => {
    expect(isToken(given, TOKEN)).toBe(false);
  });

  it("opens every page as a cookie", async () => {
    expect(isToken(TOKEN, TOKEN)).toBe(true);
    const answer = await inside("/");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("model-a");
  });

  it.each([
    ["/", {}],
    ["/style.css", {}],
    ["/nowhere", {}],
    ["/?token=wrong", {}],
    ["/?token=", {}],
    // Only the front door takes it: no other address is worth keeping.
    [`/pairs?token=${TOKEN}`, {}],
    ["/", { cookie: "tare-view-4567=wrong" }],
    ["/", { cookie: `tare-view-4568=${TOKEN}` }],
    // A wrong one in the address counts, whatever the cookie says.
    ["/?token=wrong", { cookie }],
  ])("is missed at %s with %j, and nothing is told", async (path, headers) => {
    const answer = await viewer.ask(path, { headers });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("set-cookie")).toBeNull();
    const body = await answer.text();
    expect(body).toContain("TARE_VIEW_TOKEN");
    expect(body).not.toMatch(/model-a|the-token|tare\.db/);
  });

  it("in the address is left by a page that leads on without it", async () => {
    const answer = await viewer.ask(`/?token=${TOKEN}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toBe(`${cookie}; Path=/; HttpOnly; SameSite=Strict`);
    const body = await answer.text();
    expect(body).toContain('content="0; url=/"');
    expect(body).not.toContain(TOKEN);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
  });
});

describe("whose request it is", () => {
  it.each([
    "evil.example:4567",
    "127.0.0.1:80",
    "127.0.0.1",
    "127.0.0.1.evil.example:4567",
    "[::1]:4567",
    "",
  ])("another host than its own is refused: %j", async (host) => {
    for (const path of ["/", `/?token=${TOKEN}`]) {
      const answer = await inside(path, { host });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain("TARE_VIEW_ORIGIN");
    }
  });

  it.each([HOST, "localhost:4567"])("its own is let in: %s", async (host) => {
    expect((await inside("/", { host })).status).toBe(200);
  });

  it("the port that HTTP has by itself may be left out, and no other", async () => {
    for (const [host, port, status] of [
      ["127.0.0.1", 80, 200],
      ["localhost", 80, 200],
      ["127.0.0.1:80", 80, 200],
      ["evil.example", 80, 403],
      ["127.0.0.1", 4567, 403],
    ] as const) {
      const app = new Hono().use(requireOrigin(() => port)).get("/", (context) => context.text("in"));
      app.onError((error, context) => context.text(error.message, 403));
      expect({ host, port, status: (await app.request("/", { headers: { host } })).status }).toEqual({
        ...{ host, port, status },
      });
    }
  });

  it.each(["cross-site", "same-site"])("a page of another origin is refused: %s", async (from) => {
    const answer = await inside("/", { "sec-fetch-site": from });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("TARE_VIEW_ORIGIN");
    // The address with its token may be followed from anywhere; it leads to no data.
    expect((await viewer.ask(`/?token=${TOKEN}`, { headers: { "sec-fetch-site": from } })).status).toBe(200);
    expect((await inside("/?token=wrong", { "sec-fetch-site": from })).status).toBe(403);
  });

  it.each(["same-origin", "none"])("its own pages and the reader's hand are let in: %s", async (from) => {
    expect((await inside("/", { "sec-fetch-site": from })).status).toBe(200);
  });
});

describe("what is asked for", () => {
  it.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s is refused", async (method) => {
    for (const path of ["/", "/sql", "/nowhere"]) {
      const answer = await inside(path, {}, method);
      expect(answer.status).toBe(405);
      expect(answer.headers.get("allow")).toBe("GET, HEAD");
      expect(await answer.text()).toContain("TARE_VIEW_METHOD");
    }
  });

  it("HEAD has the headers alone", async () => {
    const answer = await inside("/", {}, "HEAD");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("");
  });

  it("an unknown page is one of ours that says so", async () => {
    const answer = await inside("/nowhere");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("TARE_VIEW_PAGE");
  });
});

describe("the headers of every answer", () => {
  it.each([
    ["/", { cookie }],
    ["/style.css", { cookie }],
    ["/nowhere", { cookie }],
    ["/", {}],
  ])("%s with %j", async (path, headers) => {
    const answer = await viewer.ask(path, { headers });
    const header = (name: string) => answer.headers.get(name);
    expect(header("content-security-policy")).toMatch(/^default-src 'none';/);
    expect(header("content-security-policy")).not.toMatch(/unsafe|\*|http/);
    expect(header("x-content-type-options")).toBe("nosniff");
    expect(header("x-frame-options")).toBe("DENY");
    expect(header("referrer-policy")).toBe("no-referrer");
    expect(header("cross-origin-resource-policy")).toBe("same-origin");
    expect(header("cross-origin-opener-policy")).toBe("same-origin");
    expect(header("cache-control")).toBe("no-store");
    expect(header("access-control-allow-origin")).toBeNull();
  });
});
