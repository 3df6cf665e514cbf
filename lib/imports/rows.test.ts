import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Noun } from "./fields";
import { parseMapping, type MappingFile } from "./mapping";
import { rowReader } from "./rows";

const READING = {
  zone: "Asia/Tehran",
  currency: "USD",
  dates: "dd-MM-yyyy" as const,
  decimal: "." as const,
  horizon: new Date("2025-01-01T00:00:00Z"),
  plans: ["Basic", "Pro"],
};

/** Reads one row of a noun; the columns carry the names of the fields. */
function read(noun: Noun, cells: Record<string, string>, columns: MappingFile["columns"] = {}) {
  const header = Object.keys(cells);
  const own = Object.fromEntries(header.map((name) => [name, name]));
  const file = { file: "rows.csv", noun, columns: { ...own, ...columns } };
  const result = rowReader(file, header, "assumed", READING)(Object.values(cells));
  return result.ok === true ? result.row : result.ok === false ? result.refusal : "skipped";
}

const SUBSCRIPTION = { id: "S1", account: "A1", startsOn: "01-02-2024", fee: "100.50", feeMonths: "1" };

describe("reading a row", () => {
  it("reads every kind of field, and an empty cell as null", () => {
    const row = read("subscriptions", {
      ...SUBSCRIPTION,
      endsOn: "",
      isTrial: "False",
      quantity: "12.0",
      plan: "Pro",
    });
    expect(row).toMatchObject({
      startsOn: "2024-02-01",
      endsOn: null,
      fee: 10_050,
      feeMonths: 1,
      isTrial: false,
      quantity: 12,
      plan: "Pro",
    });
  });

  it("reads a date without time as the start of that day in the workspace's zone", () => {
    const row = read("tickets", {
      id: "T",
      account: "A",
      openedAt: "02-03-2024",
      solvedAt: "02-03-2024 14:30",
    });
    expect(row).toMatchObject({
      openedAt: { at: new Date("2024-03-01T20:30:00Z"), dateOnly: true },
      solvedAt: { at: new Date("2024-03-02T11:00:00Z"), dateOnly: false },
    });
  });

  it("reads Persian digits, and Persian dates where the mapping says so", () => {
    const dates = { format: "yyyy/MM/dd" as const, calendar: "persian" as const };
    const row = read(
      "subscriptions",
      { ...SUBSCRIPTION, startsOn: "۱۴۰۳/۰۱/۰۱", fee: "۱۲۵۰" },
      { startsOn: { column: "startsOn", dates } },
    );
    expect(row).toMatchObject({ startsOn: "2024-03-20", fee: 125_000 });
  });

  it("reads money in the currency of its row: a Kuwaiti dinar has three decimals", () => {
    expect(read("subscriptions", { ...SUBSCRIPTION, fee: "1.234", currency: "KWD" })).toMatchObject({
      fee: 1234,
    });
  });

  it("uses dictionary, constant, scale and prefix of the mapping", () => {
    const row = read(
      "subscriptions",
      { id: "7", account: "A", startsOn: "01-02-2024", fee: "12", feeMonths: "annual" },
      {
        id: { column: "id", prefix: "S-" },
        fee: { column: "fee", scale: 1000 },
        feeMonths: { column: "feeMonths", values: { monthly: 1, annual: 12 } },
        isTrial: { constant: false },
      },
    );
    expect(row).toMatchObject({ id: "S-7", fee: 1_200_000, feeMonths: 12, isTrial: false });
  });
});

describe("refusing a row", () => {
  const cases: [string, Noun, Record<string, string>, object][] = [
    ["a wrong date", "subscriptions", { ...SUBSCRIPTION, startsOn: "30-02-2024" }, { code: "bad_date", column: "startsOn", value: "30-02-2024", params: { format: "dd-MM-yyyy" } }],
    ["a date in another order", "subscriptions", { ...SUBSCRIPTION, startsOn: "2024-02-01" }, { code: "bad_date" }],
    ["a future date", "subscriptions", { ...SUBSCRIPTION, startsOn: "02-01-2025" }, { code: "future_date", params: { limit: "2025-01-01T00:00:00.000Z" } }],
    ["an end before its beginning", "subscriptions", { ...SUBSCRIPTION, endsOn: "31-01-2024" }, { code: "before_start", column: "endsOn", params: { start: "2024-02-01" } }],
    ["a negative amount", "subscriptions", { ...SUBSCRIPTION, fee: "-5" }, { code: "negative", column: "fee", value: "-5" }],
    ["a negative count", "subscriptions", { ...SUBSCRIPTION, quantity: "-1" }, { code: "negative" }],
    ["an amount that is none", "subscriptions", { ...SUBSCRIPTION, fee: "12,5o" }, { code: "bad_number" }],
    ["more decimals than the currency has", "subscriptions", { ...SUBSCRIPTION, fee: "1.005" }, { code: "too_precise", params: { currency: "USD" } }],
    ["an amount beyond 2^53", "subscriptions", { ...SUBSCRIPTION, fee: "99999999999999999" }, { code: "too_large" }],
    ["a count that is not whole", "subscriptions", { ...SUBSCRIPTION, quantity: "1.5" }, { code: "not_whole" }],
    ["a term of no months", "subscriptions", { ...SUBSCRIPTION, feeMonths: "0" }, { code: "out_of_range" }],
    ["a required cell that is empty", "subscriptions", { ...SUBSCRIPTION, account: " " }, { code: "required", column: "account" }],
    ["a plan that is not in the list", "subscriptions", { ...SUBSCRIPTION, plan: "Gold" }, { code: "not_in_list", params: { list: "Basic, Pro" } }],
    ["a currency that is none", "subscriptions", { ...SUBSCRIPTION, currency: "TOMAN" }, { code: "bad_currency" }],
    ["yes or no that is neither", "subscriptions", { ...SUBSCRIPTION, isTrial: "maybe" }, { code: "not_in_list" }],
    ["a name that is too long", "accounts", { id: "A", name: "x".repeat(201) }, { code: "too_long", params: { max: 200, length: 201 } }],
    ["a CSAT of 7", "responses", { id: "R", account: "A", answeredAt: "01-02-2024", kind: "csat", score: "7" }, { code: "out_of_range", column: "score", params: { from: 1, to: 5 } }],
    ["a ticket solved the day before it was opened", "tickets", { id: "T", account: "A", openedAt: "02-02-2024", solvedAt: "01-02-2024 23:00" }, { code: "before_start" }],
    ["usage in another century", "usage", { id: "U", account: "A", occurredAt: "01-02-1924", feature: "f" }, { code: "too_early" }],
    ["usage that names nobody", "usage", { id: "U", account: "", subscription: "", occurredAt: "01-02-2024", feature: "f" }, { code: "required" }],
  ]; // prettier-ignore

  it.each(cases)("%s", (_, noun, cells, refusal) => {
    expect(read(noun, cells)).toMatchObject(refusal);
  });

  it("a row with another number of cells than the head", () => {
    const file: MappingFile & { noun: "accounts" } = {
      file: "a.csv",
      noun: "accounts",
      columns: { id: "id", name: "name" },
    };
    const result = rowReader(file, ["id", "name"], "assumed", READING)(["A1", "Acme", "extra"]);
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: "column_count", params: { expected: 2, found: 3 } },
    });
  });

  it("a value that the dictionary does not hold", () => {
    const priority = { column: "priority", values: { medium: "normal" } };
    const cells = { id: "T", account: "A", openedAt: "02-02-2024", priority: "severe" };
    expect(read("tickets", cells, { priority })).toMatchObject({
      code: "not_in_list",
      value: "severe",
      params: { list: "medium" },
    });
  });

  it("takes an end that lies ahead, since contracts do", () => {
    expect(read("subscriptions", { ...SUBSCRIPTION, endsOn: "01-02-2026" })).toMatchObject({
      endsOn: "2026-02-01",
    });
  });
});

describe("skipping a row", () => {
  it("skips rows whose deciding cell is empty: an answer nobody gave is no answer", () => {
    const file: MappingFile & { noun: "accounts" } = {
      file: "a.csv",
      noun: "accounts",
      columns: { id: "id", name: "id" },
      onlyIf: "score",
    };
    const reader = rowReader(file, ["id", "score"], "assumed", READING);
    expect(reader(["A1", ""]).ok).toBe("skipped");
    expect(reader(["A1", "3"]).ok).toBe(true);
  });
});

describe("a mapping", () => {
  const MAPPING = {
    name: "Twin",
    source: "twin",
    workspace: { name: "Twin", country: "IR" },
    currency: "IRR",
    recordedAt: "import",
    dates: "yyyy-MM-dd",
    files: [{ file: "a.csv", noun: "accounts", columns: { id: "id", name: "name" } }],
  };
  const faultsOf = (change: object) => {
    try {
      return parseMapping(JSON.stringify({ ...MAPPING, ...change }));
    } catch (error) {
      return (error as { faults: unknown[] }).faults;
    }
  };

  it("is taken as it is when nothing is wrong", () => {
    expect(faultsOf({})).toMatchObject({ name: "Twin" });
  });

  it.each([
    ["a key nobody knows", { colour: "blue" }, { code: "key_unknown", params: { path: "colour" } }],
    [
      "a noun nobody knows",
      { files: [{ ...MAPPING.files[0], noun: "invoces" }] },
      { code: "mapping_invalid", params: { path: "files.0.noun" } },
    ],
    [
      "a field the noun does not have",
      { files: [{ ...MAPPING.files[0], columns: { id: "id", name: "name", seets: "s" } }] },
      { code: "field_unknown", params: { field: "seets" } },
    ],
    [
      "a required field that is not mapped",
      { files: [{ ...MAPPING.files[0], columns: { id: "id" } }] },
      { code: "field_missing", params: { field: "name" } },
    ],
    [
      "a path instead of a file name",
      { files: [{ ...MAPPING.files[0], file: "../a.csv" }] },
      { code: "mapping_invalid" },
    ],
  ])("is refused for %s", (_, change, fault) => {
    expect(faultsOf(change)).toMatchObject([fault]);
  });

  it("ships for RavenStack: all features core in three plans, pinned to the end of 2024, arrival assumed", () => {
    const mapping = parseMapping(readFileSync("mappings/ravenstack.json", "utf8"));
    expect(mapping).toMatchObject({
      recordedAt: "assumed",
      plans: ["Basic", "Pro", "Enterprise"],
      features: { core: "all", plans: "all", keyEvent: "any use" },
      workspace: { country: "other", zone: "UTC", currency: "USD", asOf: "2025-01-01T00:00:00Z" },
    });
    expect(mapping.files.map(({ noun }) => noun)).toEqual([
      "accounts",
      "subscriptions",
      "usage",
      "tickets",
      "responses",
      "churn_events",
    ]);
  });

  it("is refused when it is not JSON", () => {
    expect(() => parseMapping("{")).toThrow("mapping_not_json");
  });
});
