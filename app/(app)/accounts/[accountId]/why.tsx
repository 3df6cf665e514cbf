import { NumberText } from "@/components/number-text";
import { Card } from "@/components/ui/card";
import { listFeatures } from "@/db/queries/account-usage";
import type { AccountStanding } from "@/db/queries/account";
import type { MeasureKey } from "@/lib/metrics/health/card";
import { engagementTarget, type Segment } from "@/lib/metrics/lifecycle/segment";
import { History } from "./history";
import type { PageContext } from "./page-context";
import { readChange } from "./subject";
import { WhyNotes } from "./why-notes";
import { whyOf } from "./why-rows";
import { WhyTable } from "./why-table";

/** The score with its history, what it is made of, what changed it, and what is missing from it. */
export async function WhyCard({ context }: { context: PageContext }) {
  const { scope, subject, t, locale } = context;
  const { standing } = subject;
  const [changed, features] = await Promise.all([
    readChange(scope, subject),
    listFeatures(scope, subject.question),
  ]);
  const change = changed?.change ?? null;
  const why = whyOf(standing, change);
  const core = features.filter((feature) => feature.isInPlan).length;
  return (
    <Card
      title={t("account.why.title")}
      meta={t.rich("account.why.card", {
        card: standing.cardNames[locale],
        n: () => <NumberText value={standing.version} />,
      })}
    >
      <History context={context} />
      <WhyTable context={context} why={why} change={change} wholes={wholesOf(standing, core)} />
      <WhyNotes context={context} why={why} changed={changed} />
    </Card>
  );
}

/** What the shares among the measures are shares of; where it is not one known number the share stands as a percentage. */
function wholesOf(
  { segmentKey }: AccountStanding,
  coreFeatures: number,
): Partial<Record<MeasureKey, number>> {
  const target = segmentKey === "new" ? null : engagementTarget(segmentKey as Segment, "mid");
  return {
    ...(coreFeatures > 0 ? { adoption_breadth: coreFeatures } : {}),
    ...(target === null ? {} : { engagement: target }),
  };
}
