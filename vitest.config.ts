import path from "node:path";
import { defineConfig } from "vitest/config";

const PATIENCE_MS = 60_000;
const alias = {
  "@": path.resolve(import.meta.dirname),
  // Next replaces this marker while it builds; outside Next it would throw.
  "server-only": path.resolve(import.meta.dirname, "node_modules/server-only/empty.js"),
};
const shared = { environment: "node" as const, testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "unit",
          include: [
            "lib/**/*.test.ts",
            "components/**/*.test.{ts,tsx}",
            "eslint-rules/**/*.test.ts",
            "scripts/**/*.test.ts",
          ],
        },
      },
      {
        // Real PostgreSQL from DATABASE_URL and DATABASE_OWNER_URL; each test makes a workspace of its own.
        extends: true,
        test: {
          ...shared,
          name: "database",
          include: ["db/**/*.test.ts", "flows/**/*.test.ts", "app/**/*.test.ts", "*.test.ts"],
          maxWorkers: 2,
          // They name modules of Next without their file ending, which Node alone does not find.
          server: { deps: { inline: ["next-auth", "next-intl"] } },
        },
      },
    ],
  },
});
