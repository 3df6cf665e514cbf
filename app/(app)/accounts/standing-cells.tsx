"use client";

import {
  CalendarDays,
  GraduationCap,
  Mail,
  MessageCircle,
  MessagesSquare,
  Phone,
  Users,
  Video,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { DateText } from "@/components/date-text";
import { useFormat } from "@/components/format-context";
import { HealthBadge } from "@/components/health-badge";
import { MissingText } from "@/components/missing-text";
import { MoneyText } from "@/components/money-text";
import { DeltaText, NumberText, PercentText } from "@/components/number-text";
import { ProbabilityWhisker } from "@/components/probability-whisker";
import { Sparkline } from "@/components/sparkline";
import { classNames } from "@/components/ui/class-names";
import type { Standing } from "@/db/queries/standings";
import { URGENT_DAYS } from "@/lib/portfolio";
import { daysBetween, fieldsOf, localDay, type Day } from "@/lib/period";
import { messageKey } from "@/lib/words/message-key";
import type { MoneyColumn } from "./money-column";

/** Without a two-way contact for so many days the age of the last one is marked. */
const QUIET_DAYS = 30;

/** An amount of an account in its own currency. */
export function AmountCell({
  amountMinor,
  currency,
  column,
}: {
  amountMinor: number | null;
  currency: string;
  column: MoneyColumn;
}) {
  return <MoneyText amountMinor={amountMinor} currency={currency} {...column.of(currency)} />;
}

/** Score with its shape, the change of 30 days, and the line of twelve weeks. */
export function HealthCell({
  standing,
  history,
}: {
  standing: Standing;
  history: readonly (number | null)[];
}) {
  const { chi, band, chiChange30d } = standing;
  return (
    <div className="flex items-center gap-2">
      <div className="flex flex-col max-md:flex-row max-md:items-baseline max-md:gap-1.5">
        <HealthBadge score={chi} band={band} change={chiChange30d} />
        <span aria-hidden="true" className="text-meta">
          {chiChange30d === null ? <MissingText /> : <DeltaText value={chiChange30d} better="high" />}
        </span>
      </div>
      <Sparkline points={history} band={band} />
    </div>
  );
}

/** Probability of leaving within 90 days with its interval. */
export function ChurnCell({ standing, max }: { standing: Standing; max: number }) {
  const { churnProbability, churnProbabilityLow, churnProbabilityHigh } = standing;
  return (
    <div className="flex items-center gap-3">
      <PercentText value={churnProbability} className="min-w-8 font-semibold text-ink" />
      <ProbabilityWhisker
        value={churnProbability}
        low={churnProbabilityLow}
        high={churnProbabilityHigh}
        max={max}
        label={useIntervalWords(standing)}
      />
    </div>
  );
}

function useIntervalWords({
  churnProbability,
  churnProbabilityLow,
  churnProbabilityHigh,
}: Standing): string | undefined {
  const format = useFormat();
  const t = useTranslations("accounts");
  if (churnProbability === null || churnProbabilityLow === null || churnProbabilityHigh === null)
    return undefined;
  return t("interval", {
    low: format.percent(churnProbabilityLow),
    high: format.percent(churnProbabilityHigh),
  });
}

/** Whether a decision is so near that it is drawn as urgent. */
export function isUrgent(decisionOn: Day | null, today: Day): boolean {
  return decisionOn !== null && daysBetween(today, decisionOn) < URGENT_DAYS;
}

type DecisionProps = { standing: Standing; today: Day; hasYear?: boolean };

/**
 * Decision date, red only below 30 days; with its year where that is another one and no time left stands beside it. A
 * contract that may end at any time says so.
 */
export function DecisionDay({ standing, today, hasYear = false }: DecisionProps) {
  const t = useTranslations("accounts.decision");
  const { calendar } = useFormat().settings;
  const { decisionOn, decidesMonthly } = standing;
  if (decisionOn !== null) {
    const isThisYear = fieldsOf(decisionOn, calendar).year === fieldsOf(today, calendar).year;
    return (
      <DateText
        day={decisionOn}
        style={isThisYear || !hasYear ? "short" : "medium"}
        className={classNames(isUrgent(decisionOn, today) && "font-semibold text-risk-ink")}
      />
    );
  } else if (decidesMonthly) {
    return <span>{t("anyMonth")}</span>;
  } else {
    return <MissingText />;
  }
}

/** Time left to act before the decision. */
export function TimeToAct({ standing, today }: { standing: Standing; today: Day }) {
  const t = useTranslations("accounts.decision");
  const { decisionOn, decidesMonthly } = standing;
  if (decisionOn === null) return decidesMonthly ? <span>{t("anyMonthNote")}</span> : null;
  const days = daysBetween(today, decisionOn);
  if (days < 0) return <span>{t("now")}</span>;
  return <span>{t.rich("left", { count: days, n: () => <NumberText value={days} /> })}</span>;
}

const CHANNELS: Record<string, LucideIcon> = {
  phone: Phone,
  email: Mail,
  video: Video,
  chat: MessageCircle,
  visit: Users,
  review: CalendarDays,
  training: GraduationCap,
};

/** The channel of a contact as a picture with its name. */
export function ChannelMark({ channel }: { channel: string }) {
  const t = useTranslations("common.channels");
  const Icon = CHANNELS[channel] ?? MessagesSquare;
  const key = messageKey(channel);
  const name = t.has(key) ? t(key) : channel;
  return (
    <span title={name} className="inline-flex items-center text-ink-3">
      <Icon size={13} strokeWidth={1.75} aria-hidden="true" />
      <span className="sr-only">{name}</span>
    </span>
  );
}

/** Days since both sides last spoke; an en dash when they never did. */
export function ContactAge({ standing, today }: { standing: Standing; today: Day }) {
  const t = useTranslations("accounts");
  const { zone } = useFormat().settings;
  if (standing.lastTwoWayAt === null) return <MissingText reason="never" />;
  const days = Math.max(0, daysBetween(localDay(new Date(standing.lastTwoWayAt), zone), today));
  return (
    <span className={classNames("whitespace-nowrap", days > QUIET_DAYS && "font-semibold text-watch-ink")}>
      {t.rich("daysAgo", { count: days, n: () => <NumberText value={days} /> })}
    </span>
  );
}
