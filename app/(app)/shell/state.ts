import type { FreshnessState } from "@/components/freshness-badge";
import type { ShellPage } from "./pages";

export type ThemeChoice = "light" | "dark" | "system";
export type DigitsChoice = "auto" | "latn" | "arabext" | "arab";

/** What the person chose, as it stands in the cookies. */
export type ShellPreferences = {
  locale: "en" | "fa" | "ar";
  theme: ThemeChoice;
  digits: DigitsChoice;
  hasKeys: boolean;
};

/** Everything the shell around a page shows; the layout gathers it on the server. */
export type ShellState = {
  pages: (ShellPage & {
    /** Rows behind the entry, such as accounts at risk; left out when not counted. */
    count?: number;
    /** The page's name in all three languages, folded, for the palette. */
    names: string[];
  })[];
  person: { name: string; email: string; initials: string };
  workspace: { id: string; slug: string; name: string };
  memberships: { slug: string; name: string }[];
  freshness: FreshnessState;
  now: Date;
  preferences: ShellPreferences;
};
