import { configDefaults, defineConfig } from "vitest/config";
import { SLOW } from "./tests/slow.js";

const slow = process.env.TARE_SLOW === "1";

export default defineConfig({
  test: {
    include: slow ? [...SLOW] : ["tests/**/*.test.ts"],
    exclude: slow ? configDefaults.exclude : [...configDefaults.exclude, ...SLOW],
    setupFiles: ["tests/keep-native-objects.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
