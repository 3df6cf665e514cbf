import { NumberText } from "@/components/number-text";
import { Card } from "@/components/ui/card";
import { countTimeline, listTimeline } from "@/db/queries/timeline";
import { addMonths, startOfDay } from "@/lib/period";
import { TIMELINE_PAGE, type TimelineChannel } from "@/lib/timeline";
import { AccountFigure } from "./account-figure";
import type { PageContext } from "./page-context";
import { TimelineView } from "./timeline-view";

const MONTHS = 12;

/** Everything that happened in every channel, newest first; the address may limit it to one. */
export async function TimelineCard({
  context,
  channel,
}: {
  context: PageContext;
  channel: TimelineChannel | null;
}) {
  const { scope, subject, workspace, asOf, today, t } = context;
  const { accountId } = subject.account;
  const since = startOfDay(addMonths(today, -MONTHS, workspace.calendar), workspace.zone);
  const [entries, recent, ever] = await Promise.all([
    listTimeline(scope, {
      accountId,
      asOf,
      channels: channel === null ? undefined : [channel],
      limit: TIMELINE_PAGE + 1,
    }),
    countTimeline(scope, { accountId, asOf, since }),
    countTimeline(scope, { accountId, asOf, since: new Date(0) }),
  ]);
  const count = Object.values(recent).reduce((sum, each) => sum + each, 0);
  return (
    <Card
      title={t("account.timeline.title")}
      meta={
        <AccountFigure
          figure="account-touches"
          accountId={accountId}
          label={t("account.figures.touches.title")}
          value={t.rich("account.timeline.meta", { n: () => <NumberText value={count} /> })}
          shown={count}
          count={count}
        />
      }
    >
      <TimelineView
        accountId={accountId}
        channels={Object.keys(ever) as TimelineChannel[]}
        first={{
          channel,
          page: { entries: entries.slice(0, TIMELINE_PAGE), hasMore: entries.length > TIMELINE_PAGE },
        }}
      />
    </Card>
  );
}
