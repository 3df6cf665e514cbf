import { v7 } from "uuid";
import { closeConnection, withScope } from "./client";
import { workspaces } from "./schema";
import { jobScope, type Scope } from "./scope";

type Options = {
  country?: string;
  zone?: string;
  currency?: string;
  calendar?: "gregory" | "persian";
  business?: "subscription" | "orders" | "projects";
  asOf?: Date | null;
  createdAt?: Date;
};

/**
 * A workspace of its own for one test, empty, made by the runtime role as everything else is. No other test can see its
 * rows, so nothing has to be cleaned up.
 */
export async function testWorkspace(
  options: Options = {},
): Promise<{ scope: Scope; workspaceId: string; slug: string }> {
  const workspaceId = v7();
  const slug = `test-${workspaceId}`;
  const scope = jobScope(workspaceId);
  await withScope(scope, ({ db }) =>
    db.insert(workspaces).values({
      id: workspaceId,
      slug,
      name: slug,
      country: options.country ?? "XX",
      zone: options.zone ?? "UTC",
      calendar: options.calendar ?? "gregory",
      currency: options.currency ?? "USD",
      business: options.business ?? "subscription",
      asOf: options.asOf ?? null,
      createdAt: options.createdAt ?? new Date(),
    }),
  );
  return { scope, workspaceId, slug };
}

/** Ends the pool of this test file; call it in afterAll. */
export async function closeTestDatabase(): Promise<void> {
  await closeConnection();
}
