import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ESLint, type Linter } from "eslint";
import { describe, expect, it } from "vitest";
import config from "../eslint.config.mjs";

// Rules that need types want the file on disk; the house rules do not.
const untyped = (config as Linter.Config[]).filter((each) => each.name !== "house/promises");
const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: untyped });

async function messages(filePath: string, code: string) {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? [])
    .filter((each) => each.ruleId?.startsWith("house/"))
    .map((each) => each.message);
}

const refusedImports: [file: string, code: string, belongs: string][] = [
  ["lib/money.ts", 'import { db } from "@/db/client";', "SQL belongs to db/"],
  ["lib/money.ts", 'import { db } from "../db/client";', "SQL belongs to db/"],
  ["lib/money.ts", 'import { useState } from "react";', "know no framework"],
  ["lib/money.ts", 'import { headers } from "next/headers";', "know no framework"],
  ["lib/a.ts", 'import { b } from "@/flows/b";', "belongs to flows/"],
  ["lib/a.ts", 'import { b } from "@/components/b";', "belongs to components/"],
  ["db/queries/accounts.ts", 'import { a } from "@/flows/scores";', "belongs to flows/"],
  ["db/queries/accounts.ts", 'import { cookies } from "next/headers";', "know no framework"],
  ["db/queries/accounts.ts", 'import { Badge } from "@/components/ui/badge";', "belongs to lib/"],
  ["db/queries/accounts.ts", 'import { auth } from "@/auth";', "Take a Scope"],
  ["flows/scores.ts", 'import { redirect } from "next/navigation";', "know no framework"],
  ["flows/scores.ts", 'import { page } from "../app/page";', "A flow knows no URL"],
  ["flows/scores.ts", 'import { auth } from "@/auth";', "Take a Scope"],
  ["flows/scores.ts", 'import { eq } from "drizzle-orm";', "write a query in db/queries/"],
  ["flows/scores.ts", 'import postgres from "postgres";', "write a query in db/queries/"],
  ["flows/jobs.ts", 'import PgBoss from "pg-boss";', "db/queue.ts"],
  ["components/badge.tsx", 'import { listAccounts } from "@/db/queries/accounts";', "fed by props"],
  ["components/badge.tsx", 'import { startRecompute } from "@/flows/scores";', "fed by props"],
  ["components/badge.tsx", 'import { peek } from "@/app/(app)/today/peek";', "Take props"],
  ["components/badge.tsx", 'import { auth } from "@/auth";', "Ask auth.ts in the page"],
  ["components/badge.tsx", 'import { LineChart } from "recharts";', "components/charts/"],
  ["app/page.tsx", 'import { LineChart } from "recharts";', "components/charts/"],
  ["app/page.tsx", 'const chart = import("recharts");', "components/charts/"],
  ["app/page.tsx", 'import { accounts } from "@/db/schema/accounts";', "call a query of db/queries/"],
  ["app/page.tsx", 'import { sql } from "drizzle-orm";', "write a query in db/queries/"],
  ["app/sign-in/actions.ts", 'import { AuthError } from "next-auth";', "one home, auth.ts"],
  ["scripts/seed.ts", 'import { x } from "@/app/x";', "Nobody imports app/"],
  ["e2e/today.spec.ts", 'export { x } from "@/app/x";', "goes through the page"],
];

const refusedNames: [file: string, code: string, belongs: string][] = [
  ["app/(app)/today/page.tsx", 'import { sessionScope } from "@/db/scope";', "Only auth.ts"],
  ["flows/scores.ts", 'import { keyScope } from "@/db/scope";', "Only app/v1/"],
  ["app/(app)/today/page.tsx", 'import { jobScope } from "@/db/scope";', "Only jobs"],
  ["flows/scores.ts", 'import { jobScope } from "@/db/scope";', "Only jobs"],
  ["app/(app)/today/page.tsx", 'import { linkScope } from "@/db/scope";', "Only app/c/"],
  ["flows/scores.ts", 'import { connection } from "@/db/client";', "use withScope"],
];

const refusedLines: [file: string, code: string, belongs: string][] = [
  ["app/page.tsx", "export const P = () => <p>Hello</p>;", "lib/words/"],
  ["app/page.tsx", 'export const P = () => <p>{"Hello"}</p>;', "lib/words/"],
  ["app/page.tsx", 'export const P = (p: { a: boolean }) => <p>{p.a ? "Yes" : null}</p>;', "lib/words/"],
  ["app/page.tsx", "export const P = (p: { a: string }) => <p>{`Hi ${p.a}`}</p>;", "lib/words/"],
  ["components/a.tsx", 'export const P = () => <button aria-label="Close" />;', "lib/words/"],
  ["components/a.tsx", "export const P = () => <p>۱۲</p>;", "lib/words/"],
  ["components/a.tsx", 'export const P = () => <p className="flex ml-2" />;', '"ml-2" stays put'],
  ["components/a.tsx", 'export const P = () => <p className="md:hover:-left-1" />;', "stays put"],
  ["components/a.tsx", 'export const look = "border-l-2";', "stays put"],
  [
    "components/a.tsx",
    "export const P = (p: { a: string }) => <p className={`text-left ${p.a}`} />;",
    "stays put",
  ],
  ["components/a.tsx", "export const P = () => <p style={{ marginLeft: 1 }} />;", "stays put"],
  ["lib/a.ts", "export const a = Date.now();", "lib/ has no clock"],
  ["lib/a.ts", "export const a = new Date();", "lib/ has no clock"],
  ["lib/a.ts", "export const a = Math.random();", "lib/ has no chance"],
  ["lib/a.ts", "export const a = process.env.PORT;", "lib/env.ts only"],
  ["app/page.tsx", "export const a = process.env.AUTH_SECRET;", "lib/env.ts only"],
  ["flows/a.ts", "export const { PORT } = process.env;", "lib/env.ts only"],
];

const allowed: [file: string, code: string][] = [
  [
    "app/(app)/today/page.tsx",
    'import { listRisky } from "@/db/queries/risky"; import { auth } from "@/auth";',
  ],
  [
    "app/(app)/today/page.tsx",
    'import { withScope } from "@/db/scope"; import { a } from "@/lib/metrics/a";',
  ],
  ["app/c/[token]/page.tsx", 'import { linkScope } from "@/db/scope";'],
  ["auth.ts", 'import NextAuth from "next-auth"; import { sessionScope } from "@/db/scope";'],
  ["flows/jobs.ts", 'import { jobScope } from "@/db/scope";'],
  ["scripts/worker.ts", 'import { jobScope } from "@/db/scope";'],
  ["flows/scores.test.ts", 'import { jobScope } from "@/db/scope";'],
  ["components/charts/line.tsx", 'import { LineChart } from "recharts";'],
  ["components/kpi-card.tsx", 'import Link from "next/link"; import { formatMoney } from "@/lib/money";'],
  ["db/queries/a.ts", 'import { connection } from "../client"; import { eq } from "drizzle-orm";'],
  ["app/page.tsx", "export const P = (p: { a: string }) => <p>{p.a} · – ({p.a}) %</p>;"],
  ["components/a.tsx", 'export const P = () => <p className="ms-2 ps-1 start-0 text-start inset-x-0" />;'],
  ["components/a.tsx", 'export const P = () => <Kbd>{"⌘K"}</Kbd>;'],
  ["components/a.tsx", "export const P = () => <kbd>J</kbd>;"],
  ["lib/a.ts", 'export const a = new Date("2024-12-31");'],
  ["lib/env.ts", "export const a = process.env.PORT;"],
  ["instrumentation.ts", 'export const isNode = process.env.NEXT_RUNTIME === "nodejs";'],
];

describe("lint refuses, and says where the code belongs", () => {
  it.each([...refusedImports, ...refusedNames, ...refusedLines])("%s: %s", async (file, code, belongs) => {
    expect(await messages(file, code)).toEqual([expect.stringContaining(belongs)]);
  });
});

describe("lint accepts", () => {
  it.each(allowed)("%s: %s", async (file, code) => {
    expect(await messages(file, code)).toEqual([]);
  });
});

describe("style sheets", () => {
  const sheets = ["app", "components"].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".css"))
      .map((name) => path.join(room, name)),
  );

  it("name no side: margin-left and its kin would not turn round in Persian", () => {
    const physical = /(?:^|[;{\s])(?:(?:margin|padding|border)-(?:left|right)[\w-]*|left|right)\s*:/;
    expect(sheets.filter((sheet) => physical.test(readFileSync(sheet, "utf8")))).toEqual([]);
  });
});
