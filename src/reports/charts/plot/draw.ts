import type { Loader } from "vega";
import { type Plot, plotSpec } from "./plot.js";
import { textWidth } from "./text-width.js";
import { tidy } from "./tidy.js";

/** What draws: loaded by the first chart, since it takes a second. */
const tools = async () => {
  const [vega, vegaLite, { expressionInterpreter }] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("vega-interpreter"),
  ]);
  measureWith(vega);
  return { vega, compile: vegaLite.compile, expr: expressionInterpreter };
};
let loaded: ReturnType<typeof tools> | undefined;

/** Charts bring their data along: whatever wants to load something is wrong. */
const refuse = () => {
  throw new TypeError("a chart may load nothing");
};
const LOADER = { load: refuse, sanitize: refuse, http: refuse, file: refuse } as unknown as Loader;

/** A plot as SVG elements, its outer corner at 0,0. Expressions are interpreted: no code is made of text. */
export async function drawPlot(plot: Plot): Promise<string> {
  loaded ??= tools();
  const { vega, compile, expr } = await loaded;
  const complaints: unknown[] = [];
  const logger = loggerTo(complaints);
  const { spec } = compile(plotSpec(plot), { logger });
  const view = new vega.View(vega.parse(spec, undefined, { ast: true }), {
    expr,
    renderer: "none",
    loader: LOADER,
    logger,
  });
  const svg = await view.toSVG();
  view.finalize();
  if (complaints.length > 0) throw new TypeError(`a chart is ill specified: ${complaints.join("; ")}`);
  return tidy(svg);
}

/** A warning means that something is not drawn as it is written. */
function loggerTo(complaints: unknown[]) {
  const complain = (...words: readonly unknown[]) => {
    complaints.push(words.map(String).join(" "));
    return logger;
  };
  const logger = {
    level: (() => logger) as never,
    error: complain,
    warn: complain,
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}

/** Without a canvas Vega takes every letter for 0.8 em wide. */
function measureWith(vega: object): void {
  const { textMetrics } = vega as { textMetrics: { width: unknown } };
  textMetrics.width = ({ fontSize = 11 }: { fontSize?: number }, text: unknown) =>
    textWidth(String(text ?? ""), fontSize);
}
