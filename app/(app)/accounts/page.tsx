import type { Metadata } from "next";
import { Download } from "lucide-react";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { serverWords } from "@/app/server-words";
import { gate } from "@/auth";
import { NumberText } from "@/components/number-text";
import { TopBar } from "@/components/top-bar";
import { buttonClass } from "@/components/ui/button";
import { FirstRun } from "../today/first-run";
import { AccountsList } from "./accounts-list";
import { ListDefinitions } from "./figure-definitions";
import { ListNotes } from "./list-notes";
import { ListWords } from "./list-words";
import { readList } from "./read-list";
import { loadAccounts } from "./search-params";
import { Totals } from "./totals";
import { isEmptyWorkspace } from "./whole";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await serverWords(["accounts"])).t("accounts.title") };
}

/** Accounts: the whole portfolio as a table, filtered, sorted and grouped by what the address says. */
export default async function AccountsPage({ searchParams }: PageProps<"/accounts">) {
  const entered = await gate({ may: "read_accounts" });
  const { scope, workspace, role } = entered;
  if (await isEmptyWorkspace(scope)) return <FirstRun scope={scope} role={role} page="accounts" />;
  const view = loadAccounts(await searchParams);
  const { t, asOf, today, totals, query, hasMoney, list } = await readList(entered, view, {
    hasReasons: false,
    words: [],
  });
  return (
    <ListWords names={["accounts"]}>
      <NuqsAdapter>
        <ListDefinitions t={t} asOf={asOf}>
          <AccountsList
            top={
              <TopBar
                title={t("accounts.title")}
                scope={t.rich("accounts.scope", {
                  count: totals.count,
                  n: () => <NumberText value={totals.count} />,
                })}
                actions={
                  <a href={`/api/accounts/export${query}`} download className={buttonClass({})}>
                    <Download size={14} strokeWidth={1.75} aria-hidden="true" />
                    {t.rich("accounts.export", { n: () => <NumberText value={totals.count} /> })}
                  </a>
                }
              />
            }
            notes={<ListNotes scope={scope} workspace={workspace} asOf={asOf} t={t} />}
            totals={<Totals totals={totals} query={query} t={t} />}
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
