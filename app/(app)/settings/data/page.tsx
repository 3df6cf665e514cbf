import { getTranslations } from "next-intl/server";
import { gate } from "@/auth";
import { TopBar } from "@/components/top-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { listDeliveries } from "@/db/queries/imports/freshness";
import { getImport, listImports } from "@/db/queries/imports/remarks";
import { snapshotDay } from "@/lib/period";
import { PageWords } from "../../../page-words";
import { CommandCard } from "./command-card";
import { CountsCard } from "./counts-card";
import { ImportsCard } from "./imports-card";
import { RecomputeCard } from "./recompute-card";
import { RemarksCard } from "./remarks-card";
import { loadDataView } from "./search-params";
import { SourcesCard, SHOWN_DAYS } from "./sources-card";

const IMPORTS_SHOWN = 20;

/** Where data comes from, how fresh it is, what came in and what was refused. */
export default async function DataPage({ searchParams }: PageProps<"/settings/data">) {
  const { scope, workspace } = await gate({ may: "read_data" });
  const view = await loadDataView(searchParams);
  const asOf = workspace.asOf ?? new Date();
  const day = snapshotDay(asOf, workspace.zone);
  const [t, deliveries, imports] = await Promise.all([
    getTranslations("data"),
    listDeliveries(scope, { asOf, day, days: SHOWN_DAYS }),
    listImports(scope, { limit: IMPORTS_SHOWN }),
  ]);
  const asked = view.import ? await getImport(scope, { importId: view.import }) : null;
  const shown = asked ?? imports[0] ?? null;
  const sources = new Set(deliveries.map(({ source }) => source)).size;
  const isEmpty = sources === 0 && imports.length === 0;
  return (
    <PageWords names={["data", "imports", "recompute"]}>
      <TopBar title={t("title")} scope={t("scope", { sources, imports: imports.length })} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 p-5 max-md:p-4 xl:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          {isEmpty ? (
            <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
          ) : (
            <SourcesCard
              deliveries={deliveries}
              asOf={asOf}
              isPinned={workspace.asOf !== null}
              zone={workspace.zone}
            />
          )}
          {shown ? <CountsCard entry={shown} /> : null}
          {shown ? <RemarksCard scope={scope} entry={shown} view={view} /> : null}
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <CommandCard slug={workspace.slug} />
          {isEmpty ? null : <ImportsCard imports={imports} shownId={shown?.id ?? null} />}
          {isEmpty ? null : <RecomputeCard />}
        </div>
      </div>
    </PageWords>
  );
}
