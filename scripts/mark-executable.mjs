// The compiler writes files without the executable bit that npm's bin links rely on in a checkout.
import { chmodSync } from "node:fs";

chmodSync(new URL("../dist/src/cli.js", import.meta.url), 0o755);
