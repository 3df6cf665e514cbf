import { describe, expect, it } from "vitest";
import { listShape } from "./list-shape";

const GROUPS = [
  { key: "critical", count: 2 },
  { key: "at_risk", count: 3 },
];

describe("the shape of a list", () => {
  it("without groups every line is a row", () => {
    const shape = listShape(null, 3, []);
    expect([shape.itemCount, shape.rowCount]).toEqual([3, 3]);
    expect(shape.itemAt(2)).toEqual({ kind: "row", group: null, offset: 2 });
    expect(shape.itemAt(3)).toBeNull();
  });

  it("two groups of 2 and 3 make seven lines, each head before its rows", () => {
    const shape = listShape(GROUPS, 5, []);
    expect([shape.itemCount, shape.rowCount]).toEqual([7, 5]);
    expect(shape.itemAt(0)).toEqual({ kind: "group", group: "critical" });
    expect(shape.itemAt(3)).toEqual({ kind: "group", group: "at_risk" });
    expect(shape.itemAt(6)).toEqual({ kind: "row", group: "at_risk", offset: 2 });
  });

  it("a closed group keeps its head and hides its rows", () => {
    const shape = listShape(GROUPS, 5, ["critical"]);
    expect([shape.itemCount, shape.rowCount]).toEqual([5, 3]);
    expect(shape.itemAt(2)).toEqual({ kind: "row", group: "at_risk", offset: 0 });
  });

  it("moving skips heads and stops at both ends", () => {
    const shape = listShape(GROUPS, 5, []);
    expect(shape.rowFrom(-1, 1)).toBe(1);
    expect(shape.rowFrom(2, 1)).toBe(4);
    expect(shape.rowFrom(4, -1)).toBe(2);
    expect(shape.rowFrom(1, -1)).toBeNull();
    expect(shape.rowFrom(6, 1)).toBeNull();
  });

  it("an empty list has no line to move to", () => {
    expect(listShape(null, 0, []).rowFrom(-1, 1)).toBeNull();
  });

  it("100,000 rows are laid out without holding them", () => {
    expect(listShape(null, 100_000, []).itemAt(99_999)).toEqual({ kind: "row", group: null, offset: 99_999 });
  });
});
