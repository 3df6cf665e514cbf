import next from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";
import { clock, environment, sides, words } from "./eslint-rules/habits.mjs";
import { imports } from "./eslint-rules/imports.mjs";

const house = { rules: { clock, environment, imports, sides, words } };
const TESTS = ["**/*.test.ts", "**/*.test.tsx", "e2e/**"];
const LONGEST_FILE = 400;
const LONGEST_FUNCTION = 60;
const LONGEST_COMPONENT = 150;
const measured = { skipBlankLines: true, skipComments: true };

const config = [
  { ignores: [".next/", ".vafa/", "node_modules/", "playwright-report/", "test-results/", "next-env.d.ts"] },
  ...next,
  ...nextTypescript,
  {
    name: "house",
    plugins: { house },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "house/imports": "error",
      "max-lines": ["error", { max: LONGEST_FILE }],
      "no-console": "error",
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      // Only the React compiler minds, and it is not used.
      "react-hooks/incompatible-library": "off",
    },
  },
  {
    name: "house/typescript",
    files: ["**/*.ts", "**/*.tsx"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    name: "house/promises",
    files: ["{app,auth,flows,db,scripts,bench,e2e}/**/*.{ts,tsx}", "*.ts"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    name: "house/environment",
    files: ["**/*.ts", "**/*.tsx"],
    ignores: ["lib/env.ts", "*.config.ts", "scripts/**", "bench/**", ...TESTS],
    plugins: { house },
    rules: { "house/environment": "error" },
  },
  {
    name: "house/ground",
    files: ["lib/**/*.{ts,tsx,mjs}"],
    ignores: TESTS,
    plugins: { house },
    rules: { "house/clock": "error" },
  },
  {
    name: "house/looks",
    files: ["{app,components}/**/*.{ts,tsx}"],
    ignores: TESTS,
    plugins: { house },
    rules: {
      "house/words": "error",
      "house/sides": "error",
      "max-lines-per-function": ["error", { max: LONGEST_COMPONENT, ...measured }],
    },
  },
  {
    name: "house/length",
    files: ["{lib,flows,db}/**/*.ts", "auth.ts", "proxy.ts"],
    ignores: TESTS,
    rules: { "max-lines-per-function": ["error", { max: LONGEST_FUNCTION, ...measured }] },
  },
  {
    name: "house/no-react",
    files: ["{bench,db,flows,lib,scripts}/**"],
    // Nothing here is a hook, whatever its name begins with.
    rules: { "react-hooks/rules-of-hooks": "off" },
  },
  {
    name: "house/terminal",
    files: ["scripts/**", "bench/**"],
    rules: { "no-console": "off" },
  },
];

export default config;
