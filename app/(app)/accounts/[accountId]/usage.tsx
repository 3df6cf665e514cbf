import { DeltaText, NumberText, PercentText } from "@/components/number-text";
import { Bar } from "@/components/ui/bar";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import {
  getUsageStart,
  listFeatures,
  listUsageDays,
  type Feature,
  type UsageDay,
} from "@/db/queries/account-usage";
import { featureUse, namesUsers, USE_WEEK_DAYS, weeksOfUse } from "@/lib/metrics/account-usage";
import { WINDOW_DAYS } from "@/lib/metrics/health/raw";
import { addDays } from "@/lib/period";
import { AccountFigure } from "./account-figure";
import type { PageContext } from "./page-context";
import { UsageChart } from "./usage-chart";

const WEEKS = 14;

/** Users a day over fourteen weeks against the seats, and how much of the use touches each core feature. */
export async function UsageCard({ context }: { context: PageContext }) {
  const { scope, subject, t } = context;
  const { question, recordedOn, standing } = subject;
  const { accountId, day } = question;
  const from = addDays(day, 1 - WEEKS * USE_WEEK_DAYS);
  const [days, features, startedOn] = await Promise.all([
    listUsageDays(scope, { accountId, from, to: day, recordedOn }),
    listFeatures(scope, question),
    getUsageStart(scope, { accountId, recordedOn }),
  ]);
  const all = days.filter((one) => one.feature === 0);
  const isNamed = namesUsers(all);
  const weeks = weeksOfUse(all, { today: day, weeks: WEEKS, startedOn, isNamed });
  const isEmpty = startedOn === null;
  return (
    <Card
      title={t(`account.usage.${isNamed || isEmpty ? "title" : "titleDays"}`)}
      meta={isEmpty ? null : t(`account.usage.${isNamed ? "meta" : "metaDays"}`)}
    >
      {isEmpty ? (
        <EmptyState level={3} title={t("account.usage.empty")}>
          {t("account.usage.emptyText")}
        </EmptyState>
      ) : (
        <>
          <UsageChart
            isNamed={isNamed}
            seats={isNamed ? standing.seats : null}
            weeks={weeks.map((week) => ({ from: week.from, to: week.to, value: week.figure.value }))}
          />
          <LastWeek
            context={context}
            value={weeks.at(-1)?.figure.value ?? null}
            isNamed={isNamed}
            count={all.filter((one) => one.day > addDays(day, -USE_WEEK_DAYS)).length}
          />
          <Features context={context} days={days} features={features} isNamed={isNamed} />
        </>
      )}
    </Card>
  );
}

type LastProps = { context: PageContext; value: number | null; isNamed: boolean; count: number };

function LastWeek({ context: { subject, t }, value, isNamed, count }: LastProps) {
  const { seats } = subject.standing;
  return (
    <p className="mt-1 flex flex-wrap items-baseline justify-between gap-x-3 text-body">
      <span className="text-ink-2">{t("account.usage.lastWeek")}</span>
      <span className="font-semibold">
        <AccountFigure
          figure="account-users"
          accountId={subject.account.accountId}
          label={t("account.figures.users.title")}
          value={<NumberText value={value} decimals={isNamed ? 1 : 0} />}
          shown={value}
          count={count}
          inputs={isNamed ? [{ label: t("account.inputs.seats"), value: <NumberText value={seats} /> }] : []}
        />
        {isNamed && seats !== null && seats > 0 && value !== null ? (
          <span className="ms-1.5 text-meta font-normal text-ink-2">
            {t.rich("account.usage.ofSeats", { seats: () => <NumberText value={seats} /> })}
          </span>
        ) : null}
      </span>
    </p>
  );
}

type FeaturesProps = {
  context: PageContext;
  days: readonly UsageDay[];
  features: readonly Feature[];
  isNamed: boolean;
};

function Features({ context, days, features, isNamed }: FeaturesProps) {
  const { subject, t } = context;
  const shown = features.filter((feature) => feature.isInPlan);
  if (shown.length === 0) return null;
  const activeDays = days.filter(
    (one) => one.feature === 0 && one.day > addDays(subject.question.day, -WINDOW_DAYS),
  );
  return (
    <>
      <h3 className="mt-3 mb-1.5 text-meta text-ink-2">
        {t(`account.usage.${isNamed ? "features" : "featuresDays"}`)}
      </h3>
      <ul className="grid grid-cols-2 gap-x-5 gap-y-2 max-sm:grid-cols-1">
        {shown.map((feature) => (
          <FeatureLine
            key={feature.code}
            context={context}
            feature={feature}
            use={featureUse(days, { today: subject.question.day, feature: feature.code, isNamed })}
            count={activeDays.length}
          />
        ))}
      </ul>
    </>
  );
}

type LineProps = {
  context: PageContext;
  feature: Feature;
  use: ReturnType<typeof featureUse>;
  count: number;
};

function FeatureLine({ context: { subject, t }, feature, use, count }: LineProps) {
  const { share, change } = use;
  const reason = share.value === null ? share.reason : undefined;
  return (
    <li>
      <div className="flex items-baseline gap-2 text-body">
        <bdi className="min-w-0 flex-1 truncate" title={feature.name}>
          {feature.name}
        </bdi>
        <AccountFigure
          figure="account-feature"
          accountId={subject.account.accountId}
          label={t("account.totals.featureShare", { feature: feature.name })}
          value={<PercentText value={share.value} reason={reason} className="font-semibold" />}
          shown={share.value}
          count={count}
          params={{ feature: String(feature.code) }}
          inputs={[
            {
              label: t("account.inputs.before"),
              value: <NumberText value={change === null ? null : change * 100} signed />,
            },
          ]}
        />
        <span className="num w-8 text-meta">
          <DeltaText value={change === null ? null : change * 100} better="high" />
        </span>
      </div>
      <Bar share={share.value} tone="lapis" />
    </li>
  );
}
