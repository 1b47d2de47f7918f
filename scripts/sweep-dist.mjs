// The compiler leaves the output of sources that were renamed or removed, and a ghost operator would still be discovered.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

for (const entry of readdirSync(join(root, "dist"), { recursive: true })) {
  const compiled = /^((?:src|augmentations)[\\/].*?)(\.d\.ts|\.js)$/.exec(entry);
  if (compiled !== null && !existsSync(join(root, `${compiled[1]}.ts`))) rmSync(join(root, "dist", entry));
}
