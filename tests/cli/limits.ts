import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const isRoot = process.getuid?.() === 0;

/** A file system of so many kilobytes at this path, where the system allows one; undefined elsewhere. */
export function smallDisk(
  path: string,
  kilobytes: number,
): { grow(to: number): void; release(): void } | undefined {
  mkdirSync(path, { recursive: true });
  if (!isRoot || !run("mount", "-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", path)) return undefined;
  return {
    grow: (to) => void run("mount", "-o", `remount,size=${to}k`, path),
    release: () => void run("umount", path),
  };
}

/** Limits the size of every file the command writes, in units of 512 bytes or 1 KiB; undefined where there is no such shell. */
export function fileLimit(blocks: number): readonly string[] | undefined {
  return run("bash", "-c", `ulimit -f ${blocks}`)
    ? ["bash", "-c", `ulimit -f ${blocks}; exec "$@"`, "bash"]
    : undefined;
}

/** How to run a command without root's right to write anywhere: as it is, or as nobody; undefined where neither is possible. */
export function withoutPrivilege(): readonly string[] | undefined {
  if (!isRoot) return [];
  const drop = ["setpriv", "--reuid=65534", "--clear-groups"];
  return run(drop[0]!, ...drop.slice(1), process.execPath, "--version") ? drop : undefined;
}

/** A folder in which its unprivileged reader may not write. */
export function readOnlyFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o555);
}
