import { expect, test } from "vitest";
import { initials } from "./initials";

test("takes the first letters of the first and the last word", () => {
  expect(initials("Sara Amiri")).toBe("SA");
  expect(initials("ana maria de souza")).toBe("AS");
  expect(initials("  Plato ")).toBe("P");
});

test("parts joined letters by a half-space", () => {
  expect(initials("سارا امیری")).toBe("س\u200cا");
  expect(initials("علي")).toBe("ع");
});

test("keeps an accent with its letter and skips what is no letter", () => {
  expect(initials("Émile (Zola)")).toBe("ÉZ");
  expect(initials("E\u0301mile – Zola")).toBe("E\u0301Z");
  expect(initials("–")).toBe("");
  expect(initials("")).toBe("");
});
