import { expect, test } from "vitest";
import { returnPath } from "./return-path";

test("keeps a path of this site with its question", () => {
  expect(returnPath("/accounts?sort=arr")).toBe("/accounts?sort=arr");
  expect(returnPath("/accounts/../today")).toBe("/today");
});

test("refuses other hosts, however they are written", () => {
  for (const to of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
  ]) {
    expect(returnPath(to), to).toBeNull();
  }
});

test("refuses what is no page to land on", () => {
  for (const to of [
    "/sign-in",
    "/sign-in?to=/x",
    "/api/auth/signout",
    "/",
    "",
    undefined,
    ["/a", "/b"],
    "/x/../sign-in",
  ]) {
    expect(returnPath(to)).toBeNull();
  }
});
