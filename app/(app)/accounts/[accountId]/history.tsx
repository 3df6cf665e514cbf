import { NumberText } from "@/components/number-text";
import { EmptyState } from "@/components/ui/empty-state";
import { listHistory } from "@/db/queries/account-history";
import { healthTrend, TREND_DAYS } from "@/lib/metrics/health/trend";
import { addDays } from "@/lib/period";
import { AccountFigure } from "./account-figure";
import { HistoryChart } from "./history-chart";
import { historyPoints } from "./history-points";
import type { PageContext } from "./page-context";

/** Weeks of history on the chart. */
const WEEKS = 26;
const WEEK_DAYS = 7;

/** The score by week, the live value last, with the trend of the snapshots (H10). */
export async function History({ context }: { context: PageContext }) {
  const { scope, subject, t, locale } = context;
  const { standing, question, account } = subject;
  const { accountId, day } = question;
  const all = await listHistory(scope, { accountId, from: addDays(day, -WEEKS * WEEK_DAYS), to: day });
  const own = all.filter((snapshot) => snapshot.versionId === standing.versionId);
  const trend = healthTrend(own, day);
  const points = historyPoints(all, { day, standing, locale });
  if (points.length < 2) {
    return (
      <EmptyState level={3} title={t("account.history.empty")}>
        {t("account.history.emptyText")}
      </EmptyState>
    );
  }
  return (
    <>
      <p className="mb-2 text-meta text-ink-2">
        {trend.value === null ? (
          t("account.why.noTrend")
        ) : (
          <AccountFigure
            figure="account-trend"
            accountId={account.accountId}
            label={t("account.figures.trend.title")}
            value={t.rich("account.why.trend", {
              trend: t(`common.trends.${trend.label}`),
              value: () => <NumberText value={trend.value} decimals={1} signed />,
            })}
            shown={trend.value}
            count={own.filter(({ chi, day: on }) => chi !== null && on >= addDays(day, -TREND_DAYS)).length}
          />
        )}
      </p>
      <HistoryChart points={points} bands={standing.card.bands} band={standing.band} />
    </>
  );
}
