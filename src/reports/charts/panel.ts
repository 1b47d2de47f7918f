/** A chart with everything that those who do not see it need. */
export interface Panel {
  /** Unique on the page, in kebab-case; every id within `svg` begins with it. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what the chart shows, as its text alternative. */
  readonly summary: string;
  /**
   * Without scripts and without style attributes (the page's policy drops them); colours by the custom properties of
   * ../html/style/colours.ts (`fill="var(--series-1)"`) or by classes, so that it serves light and dark alike. With a viewBox,
   * so that it shrinks with the page.
   */
  readonly svg: string;
  /** The numbers drawn. */
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  };
  /** The named question whose answer they are. */
  readonly query?: { readonly name: string; readonly parameters: Readonly<Record<string, string>> };
}
