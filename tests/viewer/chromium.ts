import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

/** Debian's; another one by TARE_CHROMIUM. */
const EXECUTABLE = process.env.TARE_CHROMIUM ?? "/usr/bin/chromium";

export const hasChromium = existsSync(EXECUTABLE);
export const NO_CHROMIUM = `needs a Chromium at ${EXECUTABLE} (or where TARE_CHROMIUM says), which is absent`;

/** A browser that notes whatever a page should not do. */
export interface Watched {
  readonly context: BrowserContext;
  /** Everything asked for, in order. */
  readonly requests: string[];
  /** Errors on the console and in scripts, dialogs, and requests that failed. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function openChromium(options: { readonly dark?: boolean } = {}): Promise<Watched> {
  const profile = mkdtempSync(join(tmpdir(), "tare-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: EXECUTABLE,
    headless: true,
    colorScheme: options.dark === true ? "dark" : "light",
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
      ...["--disable-component-update", "--disable-sync", "--disable-quic"],
    ],
  });
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  context.on("requestfailed", (request) => {
    // A download leaves the page, which counts as broken off.
    if (new URL(request.url()).pathname.endsWith("/csv")) return;
    complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(`script: ${error.error().message}`));
  context.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {
    context,
    requests,
    complaints,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds serious or critical on a page, each with the elements it is about. */
export async function seriousIssues(page: Page): Promise<string[]> {
  // Evaluated by the debugger: the policy of the page, which lets no foreign script run, stays as it is.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; impact: string; nodes: { target: string[]; html: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ target, html }) => `${id}: ${target.join(" ")} ${html.slice(0, 160)}`),
      );
  });
}
