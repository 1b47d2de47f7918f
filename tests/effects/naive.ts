import { ask } from "../cli/database.js";

/** A response of the run with its reward, straight from the tables. */
export interface Answer {
  readonly item: string;
  readonly prompt: string;
  readonly position: number;
  readonly role: string;
  readonly style: string;
  readonly score: number;
}

/** A pair of the run with both rewards, truncated ones left out. */
export interface Move {
  readonly item: string;
  readonly prompt: string;
  readonly position: number;
  readonly augmentation: string;
  readonly dose: number | null;
  readonly difference: number;
}

export function readAnswers(file: string, run: string): Answer[] {
  return ask<Answer>(
    file,
    `SELECT r.item, i.prompt, r.position, r.role, r.style, s.logit AS score
       FROM run_items ri JOIN items i ON i.id = ri.item JOIN responses r ON r.item = i.id
       JOIN scores s ON s.text = r.text AND s.scorer = (SELECT scorer FROM runs WHERE id = ri.run) AND s.head = 0
      WHERE ri.run = ?`,
    run,
  );
}

export function readMoves(file: string, run: string): Move[] {
  return ask<Move>(
    file,
    `SELECT rp.item, i.prompt, rp.position, p.augmentation, p.dose, v.logit - b.logit AS difference
       FROM run_pairs rp JOIN pairs p ON p.key = rp.pair JOIN items i ON i.id = rp.item JOIN runs ON runs.id = rp.run
       JOIN scores b ON b.text = p.base AND b.scorer = runs.scorer AND b.head = 0
       JOIN scores v ON v.text = p.variant AND v.scorer = runs.scorer AND v.head = 0
      WHERE rp.run = ? AND b.truncated = 0 AND v.truncated = 0`,
    run,
  );
}

/** statistics.md §1: every response against the mean of its prompt. */
export function withinPromptSd(answers: readonly Answer[]): number {
  let squares = 0;
  let freedom = 0;
  for (const prompt of new Set(answers.map((answer) => answer.prompt))) {
    const own = answers.filter((answer) => answer.prompt === prompt).map(({ score }) => score);
    const mean = own.reduce((a, b) => a + b, 0) / own.length;
    for (const score of own) squares += (score - mean) ** 2;
    freedom += own.length - 1;
  }
  return Math.sqrt(squares / freedom);
}

/** Each item weighs the same, however many values it has. */
export function meanOverItems(values: readonly { readonly item: string; readonly value: number }[]): number {
  const means = [...new Set(values.map(({ item }) => item))].map((item) => {
    const own = values.filter((entry) => entry.item === item);
    return own.reduce((sum, { value }) => sum + value, 0) / own.length;
  });
  return means.reduce((a, b) => a + b, 0) / means.length;
}

const half = (margin: number): number => (margin > 0 ? 1 : margin < 0 ? 0 : 0.5);

export function rightWay(moves: readonly Move[], sign: 1 | -1): number {
  return meanOverItems(moves.map(({ item, difference }) => ({ item, value: half(sign * difference) })));
}

interface Duel {
  readonly item: string;
  readonly margin: number;
  readonly onChosen: number | undefined;
  readonly onRejected: number | undefined;
}

/** Every chosen against every rejected of its item and style, once for each dose of each operator. */
export function duels(answers: readonly Answer[], moves: readonly Move[]): Duel[] {
  const rows: Duel[] = [];
  for (const treatment of new Set(moves.map(({ augmentation, dose }) => `${augmentation}@${dose}`))) {
    const own = moves.filter(({ augmentation, dose }) => `${augmentation}@${dose}` === treatment);
    const moved = (answer: Answer) =>
      own.find(({ item, position }) => item === answer.item && position === answer.position)?.difference;
    for (const chosen of answers.filter(({ role }) => role === "chosen"))
      for (const rejected of answers.filter(({ role }) => role === "rejected")) {
        if (chosen.item !== rejected.item || chosen.style !== rejected.style) continue;
        const margin = chosen.score - rejected.score;
        rows.push({ item: chosen.item, margin, onChosen: moved(chosen), onRejected: moved(rejected) });
      }
  }
  return rows;
}

/** statistics.md §3, order: what the same change on both sides does; the placebo is the change mirrored. */
export function orderMetrics(rows: readonly Duel[]): Record<string, number> {
  const both = rows.flatMap(({ item, margin, onChosen, onRejected }) => {
    if (onChosen === undefined || onRejected === undefined) return [];
    const change = onChosen - onRejected;
    return [{ item, before: half(margin), after: half(margin + change), mirrored: half(margin - change) }];
  });
  const mean = (value: (row: (typeof both)[number]) => number) =>
    meanOverItems(both.map((row) => ({ item: row.item, value: value(row) })));
  const flips = mean((row) => Math.abs(row.after - row.before));
  return {
    "accuracy-before": mean((row) => row.before),
    "accuracy-after": mean((row) => row.after),
    "accuracy-drop": mean((row) => row.before) - mean((row) => row.after),
    "flip-rate": flips,
    "net-flip-rate": flips - mean((row) => Math.abs(row.mirrored - row.before)),
  };
}

/** Attack: won at base, only the rejected answer changed, now lost (a tie is half lost). */
export function attackMetrics(rows: readonly Duel[]): Record<string, number> {
  const won = rows.filter(({ margin, onRejected }) => margin > 0 && onRejected !== undefined);
  const lost = (sign: 1 | -1) =>
    meanOverItems(
      won.map(({ item, margin, onRejected }) => ({ item, value: 1 - half(margin - sign * onRejected!) })),
    );
  return { "attack-success": lost(1), "net-attack-success": lost(1) - lost(-1) };
}
