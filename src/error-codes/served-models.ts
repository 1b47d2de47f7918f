/** What can go wrong with a model behind an address. */
export const SERVED_MODEL_CODES = {
  TARE_HTTP_UNREACHABLE: {
    exit: 2,
    means: "A model server does not answer.",
    fix: "Start it, or mend the address; scores before it are kept: run the same command again to go on.",
  },
  TARE_HTTP_DENIED: {
    exit: 2,
    means: "A model server refuses the request for want of rights (401, 403).",
    fix: "Put the server's token into the environment variable TARE_HTTP_TOKEN.",
  },
  TARE_HTTP_ANSWER: {
    exit: 2,
    means: "A model server answers something else than its protocol says.",
    fix: "See `tare explain http`: is it the right protocol, address and model name?",
  },
  TARE_SCORE_ACTIVATED: {
    exit: 2,
    means: "A model server returns activated scores (sigmoid or softmax), not raw rewards.",
    fix: "Switch the activation off in the server. If the rewards do lie between 0 and 1, add activated=ok to the spec.",
  },
} as const;
