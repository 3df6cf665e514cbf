import { Building2, Database, Sun } from "lucide-react";
import type { PageKey } from "./pages";

const ICONS = { today: Sun, accounts: Building2, data: Database };

/** The icon of a page; the label beside it carries the name. */
export function PageIcon({ page, size = 16 }: { page: PageKey; size?: number }) {
  const Icon = ICONS[page];
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />;
}
