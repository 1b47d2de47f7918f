import { messageOf } from "./errors.js";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "a part of the path is not a folder",
  EISDIR: "this is a folder, not a file",
  EACCES: "reading it is not permitted",
  EPERM: "reading it is not permitted",
  ELOOP: "the symbolic links go round in a circle",
  ENAMETOOLONG: "the path is too long",
  EMFILE: "too many files are open",
};

const WRITING: Readonly<Record<string, string>> = {
  ...REASONS,
  ENOENT: "there is no such folder",
  EACCES: "writing there is not permitted",
  EPERM: "writing there is not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
};

/** Why a file cannot be read, in words. */
export function whyUnread(error: unknown): string {
  return REASONS[codeOf(error)] ?? messageOf(error);
}

/** Why a file cannot be written, in words. */
export function whyUnwritten(error: unknown): string {
  return WRITING[codeOf(error)] ?? messageOf(error);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? "";
}
