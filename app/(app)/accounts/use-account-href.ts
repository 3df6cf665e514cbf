"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** What only the list itself needs: the open preview and the closed groups. */
const OWN = ["peek", "closed"];

/** The address of an account with the list it is opened from and its view, so that J and K go on in the order of the list. */
export function useAccountHref(): (accountId: string) => string {
  const list = usePathname().startsWith("/today") ? "today" : "accounts";
  const kept = new URLSearchParams(useSearchParams());
  for (const name of OWN) kept.delete(name);
  const query = kept.size === 0 ? "" : `&${kept}`;
  return (accountId) => `/accounts/${accountId}?from=${list}${query}`;
}
