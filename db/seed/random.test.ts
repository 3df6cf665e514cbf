import { expect, test } from "vitest";
import { Random } from "./random";

const draw = (random: Random, count: number) => Array.from({ length: count }, () => random.unit());

test("the same parts give the same numbers, other parts give others", () => {
  expect(draw(new Random(1, 2, 3), 20)).toEqual(draw(new Random(1, 2, 3), 20));
  expect(draw(new Random(1, 2, 3), 20)).not.toEqual(draw(new Random(1, 3, 2), 20));
  expect(draw(new Random(2 ** 40), 5)).not.toEqual(draw(new Random(0), 5));
});

test("unit numbers lie in [0, 1) around 0.5, normal ones around 0 with deviation 1, poisson ones around their mean", () => {
  const random = new Random(7);
  const units = draw(random, 20_000);
  expect(Math.min(...units)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...units)).toBeLessThan(1);
  expect(mean(units)).toBeCloseTo(0.5, 1);
  const normals = Array.from({ length: 20_000 }, () => random.normal());
  expect(mean(normals)).toBeCloseTo(0, 1);
  expect(mean(normals.map((value) => value * value))).toBeCloseTo(1, 1);
  expect(mean(Array.from({ length: 20_000 }, () => random.poisson(2.5)))).toBeCloseTo(2.5, 1);
});

test("an id has the form of a UUIDv7 and begins with its instant", () => {
  const id = new Random(1).uuid(Date.UTC(2026, 0, 1));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(Date.UTC(2026, 0, 1));
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
