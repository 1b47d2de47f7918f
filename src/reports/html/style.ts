import { COLOURS } from "./style/colours.js";
import { PARTS } from "./style/parts.js";
import { PLACES } from "./style/places.js";
import { PRINT } from "./style/print.js";
import { TABLES } from "./style/tables.js";
import { TEXTS } from "./style/texts.js";

/** The one style sheet of the page: system fonts, nothing loaded. */
export const PAGE_STYLE = [COLOURS, PLACES, PARTS, TABLES, TEXTS, PRINT].join("");
