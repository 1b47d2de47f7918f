import { figures, oneLine } from "../reports/layout/words.js";

/** `length-padding@2`. */
export function operatorLabel({
  augmentation,
  dose,
}: {
  readonly augmentation: string;
  readonly dose: number | null;
}): string {
  return dose === null ? oneLine(augmentation) : `${oneLine(augmentation)}@${figures(dose)}`;
}
