import { drawerOf, type Resampling } from "./sample.js";

/**
 * How often each cluster stands in resample number b, one number a cluster, their sum the number of clusters. The list
 * may be used again by the next call. No cluster is drawn more than 255 times: of 256 clusters or more, one in 10^500 resamples.
 */
export type Multiplicities = (b: number) => Uint8Array;

/** Those that the caller shares between samples of as many clusters, or drawn here, in the order of b. */
export function multiplicitiesOf(resampling: Resampling, clusters: number): Multiplicities {
  if (resampling.multiplicities) return resampling.multiplicities(clusters);
  const draw = drawerOf(resampling);
  const drawn = new Int32Array(clusters);
  const row = new Uint8Array(clusters);
  return () => {
    draw(drawn, clusters);
    return count(drawn, row);
  };
}

/**
 * Resamples of any number of clusters, `replicates` of each number kept while they fit in `bytes` (those used last), so
 * that the metrics of the same prompts are made on the same draws, made once. `drawer`: a new stream for a number of
 * clusters and a part of its resamples; what is drawn depends on these alone, not on the order of the calls.
 */
export function sharedMultiplicities(
  drawer: (clusters: number, part: number) => (drawn: Int32Array, below: number) => void,
  bytes: number,
): (clusters: number) => Multiplicities {
  const kept = new Map<string, Uint8Array>();
  let held = 0;
  const partOf = (clusters: number, part: number): Uint8Array => {
    const name = `${clusters}/${part}`;
    const known = kept.get(name);
    kept.delete(name);
    const rows = known ?? drawPart(drawer(clusters, part), clusters);
    kept.set(name, rows);
    if (known === undefined) held += rows.length;
    for (const [oldest, { length }] of kept) {
      if (held <= bytes || kept.size === 1) break;
      kept.delete(oldest);
      held -= length;
    }
    return rows;
  };
  return (clusters) => {
    let rows = new Uint8Array(0);
    let current = -1;
    return (b) => {
      const part = Math.floor(b / PART);
      if (part !== current) {
        rows = partOf(clusters, part) as Uint8Array<ArrayBuffer>;
        current = part;
      }
      const from = (b % PART) * clusters;
      return rows.subarray(from, from + clusters);
    };
  };
}

/** Resamples drawn at a time. */
const PART = 250;

function drawPart(draw: (drawn: Int32Array, below: number) => void, clusters: number): Uint8Array {
  const rows = new Uint8Array(PART * clusters);
  const drawn = new Int32Array(clusters);
  for (let b = 0; b < PART; b++) {
    draw(drawn, clusters);
    count(drawn, rows.subarray(b * clusters, (b + 1) * clusters));
  }
  return rows;
}

function count(drawn: Int32Array, row: Uint8Array): Uint8Array {
  row.fill(0);
  for (let i = 0; i < drawn.length; i++) row[drawn[i]!]!++;
  return row;
}
