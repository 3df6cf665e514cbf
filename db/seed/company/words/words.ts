export type Language = "en" | "fa" | "ar";

/** Lines of business in the order in which every language names them. */
export const INDUSTRIES = listed(`
  Logistics · Retail · Health · Food · Insurance · Airlines · Mobility · Media · Fintech · Energy · Chemicals · Pharma ·
  Education · Real estate · Construction · Travel · Telecom · Manufacturing · Agriculture · Automotive · Textiles · Mining · Software · Public services`);

/** The words of a text between middle dots: lists of this length would else fill pages. */
export function listed(text: string): string[] {
  return text.split("·").map((word) => word.trim());
}

export type Mood = "good" | "mixed" | "bad";

/** What invented companies, people and sentences of one language are made of. */
export type Words = {
  heads: readonly string[];
  tails: readonly string[];
  /** One for each of INDUSTRIES. */
  sectors: readonly string[];
  qualifiers: readonly string[];
  companyName: (head: string, tail: string, sector: string, qualifier: string) => string;
  longNames: readonly string[];
  shortNames: readonly string[];
  firstNames: readonly string[];
  lastNames: readonly string[];
  jobTitles: Readonly<Record<"sponsor" | "champion" | "user" | "billing", readonly string[]>>;
  tickets: readonly string[];
  urgentTickets: readonly string[];
  comments: Readonly<Record<Mood, readonly string[]>>;
  touches: readonly string[];
  reviews: readonly string[];
};
