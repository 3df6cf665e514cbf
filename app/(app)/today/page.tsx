import type { Metadata } from "next";
import { Download } from "lucide-react";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { serverWords } from "@/app/server-words";
import { gate } from "@/auth";
import { DateText } from "@/components/date-text";
import { TopBar } from "@/components/top-bar";
import { buttonClass } from "@/components/ui/button";
import { ListDefinitions } from "../accounts/figure-definitions";
import { ListNotes } from "../accounts/list-notes";
import { ListWords } from "../accounts/list-words";
import { readList, todayOf } from "../accounts/read-list";
import { loadToday } from "../accounts/search-params";
import { countCustomers, isEmptyWorkspace } from "../accounts/whole";
import { FirstRun } from "./first-run";
import { Kpis } from "./kpis";
import { Ranking } from "./ranking";
import { Worklist } from "./worklist";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await serverWords(["today"])).t("today.title") };
}

/** Today: the accounts to call first, ranked by what is expected to be lost with them in the next 90 days. */
export default async function TodayPage({ searchParams }: PageProps<"/today">) {
  const entered = await gate({ may: "read_today" });
  const { scope, workspace, role } = entered;
  if (await isEmptyWorkspace(scope)) return <FirstRun scope={scope} role={role} page="today" />;
  // The worklist is one ranked run; groups belong to Accounts.
  const view = { ...loadToday(await searchParams), group: "none" as const };
  const [read, customers] = await Promise.all([
    readList(entered, view, { hasReasons: true, words: ["today"] }),
    countCustomers(scope, todayOf(workspace, new Date())),
  ]);
  const { t, asOf, today, totals, query, hasMoney, list } = read;
  return (
    <ListWords names={["accounts", "today"]}>
      <NuqsAdapter>
        <ListDefinitions t={t} asOf={asOf}>
          <Worklist
            top={
              <TopBar
                title={t("today.title")}
                scope={<DateText day={today} style="long" />}
                actions={
                  <>
                    <Ranking example={list.first.rows[0] ?? null} />
                    <a href={`/api/accounts/export${query}`} download className={buttonClass({})}>
                      <Download size={14} strokeWidth={1.75} aria-hidden="true" />
                      {t("today.export")}
                    </a>
                  </>
                }
              />
            }
            strip={<Kpis totals={totals} customers={customers} query={query} t={t} />}
            notes={<ListNotes scope={scope} workspace={workspace} asOf={asOf} t={t} />}
            query={query}
            today={today}
            hasMoney={hasMoney}
            {...list}
          />
        </ListDefinitions>
      </NuqsAdapter>
    </ListWords>
  );
}
