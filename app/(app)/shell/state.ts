import type { FreshnessState } from "@/components/freshness-badge";
import type { Digits, Locale } from "@/lib/words/locale";
import type { Theme } from "../../theme";
import type { ShellPage } from "./pages";

/** Digits as a person may choose them; "auto" follows language and country. */
export type DigitsChoice = "auto" | Digits;

/** What is in force for the reader. */
export type ShellPreferences = {
  locale: Locale;
  theme: Theme;
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
