import type { Augmentation } from "../contract.js";

/** A file as it is given to `tare validate`. */
export interface Candidate {
  /** As the user wrote it, for messages. */
  readonly file: string;
  readonly cwd: string;
  /** Its text; empty for code, which is imported and not read. */
  readonly text: string;
}

/** A kind of file that can be checked without running anything. */
export interface FileKind {
  /** `rubric` */
  readonly name: string;
  /** How such a file is known, for the message where none fits. */
  readonly looksLike: string;
  recognises(candidate: Candidate): boolean;
  /** One line of what it is. Throws a TareError that names every problem with file, line and path. */
  check(candidate: Candidate, augmentations: readonly Augmentation[]): Promise<string>;
}
