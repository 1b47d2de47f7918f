/** Subset of the items that stand for the bases of pairs of one's own: only the operators of those pairs know their variants. */
export const OWN_PAIRS = "own pairs";
