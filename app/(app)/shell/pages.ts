import type { Role } from "@/lib/roles";

export type PageKey = "today" | "accounts" | "data";

export type ShellPage = {
  key: PageKey;
  href: string;
  group: "work" | "configure";
  /** The physical key after G. */
  goKey: string;
  roles: readonly Role[];
};

/** The pages there are, in the order of the sidebar. A role sees what it may open; the rest is absent. */
const PAGES: readonly ShellPage[] = [
  { key: "today", href: "/today", group: "work", goKey: "KeyT", roles: ["csm", "executive", "admin"] },
  {
    key: "accounts",
    href: "/accounts",
    group: "work",
    goKey: "KeyA",
    roles: ["csm", "executive", "admin", "viewer"],
  },
  { key: "data", href: "/settings/data", group: "configure", goKey: "KeyD", roles: ["admin"] },
];

/** The pages of a role. */
export function pagesOf(role: Role): ShellPage[] {
  return PAGES.filter((page) => page.roles.includes(role));
}
