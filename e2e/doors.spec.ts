import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./fixtures";

const METHODS = /export (?:async function |const |const \{[^}]*)(GET|POST|PUT|PATCH|DELETE)\b/g;
const NOBODY = "018f0000-0000-7000-8000-000000000000";

/** Every route handler behind a session: its methods, and an address with its parameters filled in. */
const doors = readdirSync("app/api", { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts" && !file.startsWith("auth"))
  .flatMap((file) => {
    const address = `/api/${path.dirname(file).split(path.sep).join("/")}`.replace(/\[[^\]]+\]/g, NOBODY);
    const source = readFileSync(path.join("app/api", file), "utf8");
    return [...source.matchAll(METHODS)].map((hit) => ({ method: hit[1] ?? "", address }));
  });

test.use({ role: null });

test("there are doors to try", () => {
  expect(doors.length).toBeGreaterThan(0);
});

for (const { method, address } of doors) {
  test(`${method} ${address} answers 401 to nobody and tells nothing`, async ({ request }) => {
    const answer = await request.fetch(address, { method, maxRedirects: 0 });
    expect(answer.status()).toBe(401);
    expect((await answer.text()).length).toBeLessThan(200);
  });
}
