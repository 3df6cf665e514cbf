import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { withoutWorkspace } from "./client";
import { isDatabaseDown } from "./down";
import { closeTestDatabase } from "./test-workspace";

afterAll(closeTestDatabase);

it("knows a database that does not answer, however deep the cause lies", async () => {
  const nowhere = postgres("postgres://a:b@127.0.0.1:1/c", { max: 1, connect_timeout: 2 });
  const fault: unknown = await nowhere`select 1`.catch((error: unknown) => error);
  expect(isDatabaseDown(fault)).toBe(true);
  expect(isDatabaseDown(new Error("query failed", { cause: fault }))).toBe(true);
  expect(isDatabaseDown(new AggregateError([fault]))).toBe(true);
});

it("does not take a refused statement for a dead database", async () => {
  const fault: unknown = await withoutWorkspace("nobody", ({ sql }) => sql`select 1 / 0`).catch(
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(Error);
  expect(isDatabaseDown(fault)).toBe(false);
  expect(isDatabaseDown("text")).toBe(false);
});
