/** What can go wrong around a gate: waivers, keys, attestations. */
export const LAUNCH_CODES = {
  TARE_WAIVERS: {
    exit: 2,
    means: "A waivers file cannot be read, or one of its waivers lacks a field: every waiver has an expiry.",
    fix: "Give each waiver claim, scorer, reason, owner and expires (YYYY-MM-DD); see schemas/waivers.schema.json.",
  },
  TARE_KEY: {
    exit: 2,
    means: "A signing or public key is missing, or is no Ed25519 key in PEM.",
    fix: "Make a pair: openssl genpkey -algorithm ed25519 -out tare.key; openssl pkey -in tare.key -pubout -out tare.pub.",
  },
  TARE_ATTESTATION: {
    exit: 2,
    means: "A file is no attestation or record of tare, or is of a version this tare does not know.",
    fix: "Give a file that `tare attest` wrote.",
  },
  TARE_ATTESTATION_MISMATCH: {
    exit: 3,
    means: "A signature does not fit, or what is in hand is not what was attested.",
    fix: "Do not launch on it: fetch the attested files again, or weigh these and attest anew.",
  },
} as const;
