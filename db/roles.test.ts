import { describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { checkRoles } from "./roles";

const urls = { ownerUrl: env().databaseOwnerUrl, appUrl: env().databaseUrl };

function changed(address: string, change: (url: URL) => void): string {
  const url = new URL(address);
  change(url);
  return url.href;
}

describe("the two database roles", () => {
  it("are accepted when the one for the pages owns nothing", async () => {
    await expect(checkRoles(urls)).resolves.toBeUndefined();
  });

  it("are refused when the pages would work as the owner, with the statements that make a proper role", async () => {
    await expect(checkRoles({ ...urls, appUrl: urls.ownerUrl })).rejects.toMatchObject({
      message: expect.stringMatching(/of DATABASE_URL owns the database or its tables/),
      remedy: expect.stringMatching(/CREATE ROLE vafa_app LOGIN NOSUPERUSER .*NOBYPASSRLS/),
    });
  });

  it("name the address that does not work: nothing answers, a wrong password, no such database", async () => {
    const silent = changed(urls.appUrl, (url) => (url.port = "1"));
    await expect(checkRoles({ ...urls, appUrl: silent })).rejects.toThrow(
      /^DATABASE_URL: nothing answers at .*:1/,
    );
    const wrong = changed(urls.ownerUrl, (url) => (url.password = "wrong"));
    await expect(checkRoles({ ...urls, ownerUrl: wrong })).rejects.toThrow(/^DATABASE_OWNER_URL: .* refuses/);
    const nowhere = changed(urls.ownerUrl, (url) => (url.pathname = "/nowhere"));
    await expect(checkRoles({ ...urls, ownerUrl: nowhere })).rejects.toThrow(
      /there is no database "nowhere"/,
    );
  });
});
