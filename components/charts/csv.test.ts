import { describe, expect, it } from "vitest";
import { csvOf } from "./csv";

describe("a chart as CSV", () => {
  it("starts with a byte order mark and ends every row with a line break", () => {
    expect(csvOf(["Day", "Score"], [["2025-11-19", 34]])).toBe("\ufeffDay,Score\r\n2025-11-19,34\r\n");
  });

  it("leaves a missing value empty and never writes it as 0", () => {
    expect(csvOf(["Day", "Score"], [["2025-11-19", null]])).toContain("2025-11-19,\r\n");
  });

  it("keeps negative numbers as numbers and defuses text that begins like a formula", () => {
    expect(csvOf(["a", "b"], [[-18, "=1+1"]])).toContain("-18,'=1+1");
  });

  it("quotes commas and doubles quotation marks", () => {
    expect(csvOf(["a"], [['Said "no", twice']])).toContain('"Said ""no"", twice"');
  });
});
