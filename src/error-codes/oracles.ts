/** What can go wrong with a language model that is asked for attributes, rewritten answers and judgements. */
export const ORACLE_CODES = {
  TARE_ORACLE_MISSING: {
    exit: 2,
    means: "Operators of the run are made by an oracle, and none is given.",
    fix: "Name who is asked with --oracle: a URL with --oracle-model, or replay:DB.db where a database holds the answers.",
  },
  TARE_ORACLE_UNUSED: {
    exit: 2,
    means: "An oracle is given, and no operator of the run is made by one.",
    fix: "Name some, as in --augmentations 'oracle:*', or in the rubric; or leave --oracle out.",
  },
  TARE_ORACLE_SPEC: {
    exit: 2,
    means: "What --oracle or --verifier names is none that tare can ask.",
    fix: "Give a URL such as http://127.0.0.1:8000, or one of the kinds of `tare list oracles`.",
  },
  TARE_ORACLE_UNREACHABLE: {
    exit: 2,
    means: "An oracle does not answer: its server, or the process of a local one.",
    fix: "Start it, or mend the address; answers before it are kept: give the same command again to go on.",
  },
  TARE_ORACLE_KEY: {
    exit: 2,
    means: "The server of an oracle refuses the key (401, 403), or wants one.",
    fix: "Put its key into the environment variable TARE_ORACLE_KEY (of a verifier: TARE_VERIFIER_KEY).",
  },
  TARE_ORACLE_MODEL: {
    exit: 2,
    means: "The server of an oracle has no model of this name, or several and none was named.",
    fix: "Name one of its models with --oracle-model (of a verifier: --verifier-model).",
  },
  TARE_ORACLE_BUSY: {
    exit: 2,
    means: "The server of an oracle stays overloaded (429, 502, 503, 504) however often it is asked.",
    fix: "Wait, or lower --oracle-concurrency; answers before it are kept: give the same command again to go on.",
  },
  TARE_ORACLE_TIMEOUT: {
    exit: 2,
    means: "An oracle took longer than --oracle-timeout for an answer.",
    fix: "Raise --oracle-timeout, or lower --oracle-concurrency: a server that answers one by one keeps the others waiting.",
  },
  TARE_ORACLE_ANSWER: {
    exit: 2,
    means: "The server of an oracle answers something else than a chat completion.",
    fix: "Is it the address of an OpenAI-compatible server, up to and with /v1? See `tare explain openai`.",
  },
  TARE_ORACLE_NOT_RECORDED: {
    exit: 2,
    means: "A replay holds no answer to a question.",
    fix: "It was recorded with other data, attributes or operators: give those, or ask a language model.",
  },
  TARE_ORACLE_REPLAY: {
    exit: 2,
    means: "A file of recorded answers cannot be read, is damaged, or says two things.",
    fix: "Mend the line named; `tare explain replay` shows what a line holds.",
  },
  TARE_ORACLE_ATTRIBUTES: {
    exit: 2,
    means: "An oracle named no attribute that a rubric could hold.",
    fix: "Ask another model, raise --oracle-budget, or give a changed copy of the prompt files with --oracle-prompts.",
  },
  TARE_ORACLE_PROMPT: {
    exit: 2,
    means: "A prompt file of the oracle is missing or wrong.",
    fix: "Mend the field or line named; rubrics/oracle/ of the package holds files to start from.",
  },
  TARE_ORACLE_BUDGET: {
    exit: 2,
    means: "An oracle's budget or price does not say how much of what.",
    fix: "Give calls, tokens or cost: --oracle-budget 500calls,200000tokens,5cost; a price as --oracle-price IN/OUT.",
  },
} as const;
