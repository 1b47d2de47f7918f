import type { Panel } from "../panel.js";
import type { Plot } from "./plot.js";

/** A plot and where its outer corner stands, in units of the viewBox. */
export interface Placed {
  readonly plot: Plot;
  readonly x: number;
  readonly y: number;
}

/** A panel that is not drawn yet. */
export interface Chart extends Omit<Panel, "svg"> {
  readonly plots: readonly Placed[];
}
