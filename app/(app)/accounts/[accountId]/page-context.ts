import type { ServerWords } from "@/app/server-words";
import type { Scope } from "@/db/scope";
import type { Calendar, Day } from "@/lib/period";
import type { Locale } from "@/lib/words/locale";
import type { Subject } from "./subject";

/** The namespaces of this page on the server. */
export const WORDS = ["account", "common", "shell"];

/** What every section of the page begins with. */
export type PageContext = {
  scope: Scope;
  subject: Subject;
  workspace: { zone: string; calendar: Calendar; currency: string };
  /** The instant of the page: the pin of imported history, else now. */
  asOf: Date;
  today: Day;
  t: ServerWords;
  locale: Locale;
};
