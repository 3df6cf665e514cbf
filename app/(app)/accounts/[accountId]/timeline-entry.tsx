"use client";

import type { ReactNode } from "react";
import {
  Activity,
  FileText,
  LifeBuoy,
  Mail,
  MessageCircle,
  Phone,
  Receipt,
  Shapes,
  Star,
  UserMinus,
  Users,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { DurationText, TimeText } from "@/components/date-text";
import { useFormat } from "@/components/format-context";
import { MoneyText } from "@/components/money-text";
import type { TimelineEntry as Shown } from "@/components/timeline-list";
import type { Tone } from "@/components/ui/chip";
import type { TimelineChannel, TimelineEntry } from "@/lib/timeline";
import { messageKey } from "@/lib/words/message-key";

export const CHANNEL_ICONS: Record<TimelineChannel, LucideIcon> = {
  call: Phone,
  email: Mail,
  chat: MessageCircle,
  visit: Users,
  ticket: LifeBuoy,
  survey: Star,
  product: Activity,
  invoice: Receipt,
  contract: FileText,
  contact: UserMinus,
  other: Shapes,
};

/** The highest answer of each survey that is bad news: NPS 0–6, CSAT 1–2, CES 1–3 (defaults.md 6). */
const UNHAPPY: Record<string, number> = { nps: 6, csat: 2, ces: 3 };

/** Says entries of the timeline in the reader's words. */
export function useEntryWords(): (entry: TimelineEntry) => Shown {
  const channels = useTranslations("account.timeline.channels");
  const titleOf = useTitle();
  const detailOf = useDetail();
  return (entry) => {
    const Icon = CHANNEL_ICONS[entry.channel];
    return {
      key: entry.id,
      icon: <Icon size={14} strokeWidth={1.75} aria-hidden="true" />,
      channel: channels(entry.channel),
      tone: toneOf(entry),
      title: titleOf(entry),
      detail: detailOf(entry),
      time: entry.isDayOnly ? undefined : <TimeText instant={entry.at} />,
    };
  };
}

function toneOf({ kind, key, score }: TimelineEntry): Tone {
  switch (kind) {
    case "loss_stated":
    case "notice_given":
    case "subscription_ended":
      return "crit";
    case "contact_left":
      return key === "sponsor" || key === "champion" ? "risk" : "plain";
    case "ticket_opened":
      return key === "urgent" || key === "high" ? "risk" : "plain";
    case "answer":
      return score !== null && score <= (UNHAPPY[key ?? ""] ?? -1) ? "risk" : "ok";
    case "first_value":
    case "came_back":
      return "ok";
    default:
      return "plain";
  }
}

function useTitle(): (entry: TimelineEntry) => ReactNode {
  const t = useTranslations("account.timeline");
  const names = useTranslations("common.channels");
  const reasons = useTranslations("common.churnReasons");
  const format = useFormat();
  return (entry) => {
    const { kind, key, name, contact, score } = entry;
    const number = format.id(name ?? "");
    if (kind === "touch") {
      const channel = messageKey(key ?? "");
      const what = names.has(channel) ? names(channel) : (key ?? t("channels.other"));
      return contact === null ? what : t("with", { what, contact });
    }
    if (kind === "ticket_opened" || kind === "ticket_solved") return t(messageKey(kind), { number });
    if (kind === "answer") {
      return t("answer", { survey: t(`surveys.${key}`), score: format.number(score, { maxDecimals: 1 }) });
    }
    if (kind === "invoice_issued" || kind === "invoice_paid") {
      const isOrder = key === "order";
      return t(isOrder ? (kind === "invoice_paid" ? "orderPaid" : "orderIssued") : messageKey(kind), {
        number,
      });
    }
    if (kind === "loss_stated") {
      const reason = messageKey(key ?? "");
      return t("stated", { reason: reasons.has(reason) ? reasons(reason) : (key ?? "") });
    }
    if (kind === "contact_left") return t("contactLeft", { contact: contact ?? t("kinds.contactLeft") });
    const what = t(`kinds.${messageKey(kind)}`);
    return name === null ? what : t("subscription", { what, name });
  };
}

function useDetail(): (entry: TimelineEntry) => ReactNode {
  const t = useTranslations("account.timeline");
  const priorities = useTranslations("common.ticketPriorities");
  const roles = useTranslations("account.contacts.roles");
  return (entry) => {
    const { kind, key, text, contact, minutes, isTwoWay, direction, amountMinor, currency } = entry;
    const isQuote = kind === "answer" || kind === "loss_stated";
    const parts: ReactNode[] = [
      text === null ? null : (
        <span key="text" dir="auto">
          {isQuote ? t("quote", { text }) : text}
        </span>
      ),
      kind === "ticket_opened" && key !== null ? priorities(key) : null,
      kind === "answer" ? contact : null,
      kind === "contact_left" && key !== null && text === null ? roles(key) : null,
      minutes === null ? null : <DurationText key="minutes" minutes={minutes} />,
      kind === "touch" && !isTwoWay && direction === "out" ? t("oneWay") : null,
      amountMinor === null ? null : (
        <MoneyText key="amount" amountMinor={amountMinor} currency={currency ?? undefined} />
      ),
    ].filter((part) => part !== null);
    if (parts.length === 0) return undefined;
    return parts.map((part, place) => (
      <span key={place}>
        {place > 0 ? <span aria-hidden="true">{" · "}</span> : null}
        {part}
      </span>
    ));
  };
}
