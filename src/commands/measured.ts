/** Pairs on which drift is measured and guards are asked, unless told otherwise. */
export const MEASURED = 60;
