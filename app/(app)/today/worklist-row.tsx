"use client";

import { useTranslations } from "next-intl";
import { PercentText } from "@/components/number-text";
import { ReasonChip } from "@/components/reason-chip";
import { Bar } from "@/components/ui/bar";
import { classNames } from "@/components/ui/class-names";
import { messageKey } from "@/lib/words/message-key";
import { useListContext } from "../accounts/list-context";
import { AccountLink, SelectBox } from "../accounts/list-parts";
import type { ListRow } from "../accounts/list-rows";
import { useReasonText } from "../accounts/reason-text";
import {
  AmountCell,
  ChannelMark,
  ChurnCell,
  ContactAge,
  DecisionDay,
  HealthCell,
  isUrgent,
  TimeToAct,
} from "../accounts/standing-cells";
import type { List } from "../accounts/use-list";

type Props = {
  index: number;
  row: ListRow;
  list: List;
  hasMoney: boolean;
  /** The largest expected loss of the list, which fills the bar; null where bars would compare nothing. */
  largest: number | null;
};

const CARD =
  "max-md:grid max-md:h-auto max-md:grid-cols-[1fr_auto] max-md:gap-x-3 max-md:gap-y-1 max-md:px-4 max-md:py-3 " +
  "max-md:[grid-template-areas:'name_loss''health_decision''churn_churn']";

/** One account of the worklist: two lines of a table, or a card on a phone. */
export function WorklistRow({ index, row, list, hasMoney, largest }: Props) {
  const { cursor, today } = useListContext();
  const { measure, peekId } = list;
  const isMarked = cursor.selection.has(row.accountId) || peekId === row.accountId;
  return (
    <tr
      role="row"
      ref={measure}
      data-index={index}
      data-line={index}
      aria-rowindex={index + 2}
      onClick={() => cursor.peek(index)}
      className={classNames(
        "row-work cursor-pointer border-b border-line hover:bg-surface-2",
        CARD,
        isMarked && "bg-lapis-soft hover:bg-lapis-soft",
        cursor.index === index &&
          "shadow-[inset_3px_0_0_var(--lapis)] rtl:shadow-[inset_-3px_0_0_var(--lapis)]",
      )}
    >
      <td role="cell" className="ps-3 max-md:hidden">
        <SelectBox index={index} row={row} />
      </td>
      <td role="cell" className="overflow-hidden px-1.5 max-md:px-0 max-md:[grid-area:name]">
        <AccountLink index={index} row={row} />
        <Belongs row={row} />
      </td>
      {hasMoney ? <MoneyCells row={row} largest={largest} /> : null}
      <td role="cell" className="px-1.5 max-md:px-0 max-md:[grid-area:health]">
        <HealthCell standing={row} history={row.history} />
      </td>
      <td role="cell" className="overflow-hidden px-1.5 max-md:px-0 max-md:[grid-area:churn]">
        <Churn row={row} />
      </td>
      <td role="cell" className="px-1.5 max-md:px-0 max-md:text-end max-md:[grid-area:decision]">
        <DecisionDay standing={row} today={today} />
        <div className={classNames("text-meta max-md:hidden", isUrgent(row.decisionOn, today) && "text-ink")}>
          <TimeToAct standing={row} today={today} />
        </div>
      </td>
      <td role="cell" className="px-1.5 max-md:hidden @max-[840px]:hidden">
        <ContactAge standing={row} today={today} />
        <div>{row.lastTwoWayChannel ? <ChannelMark channel={row.lastTwoWayChannel} /> : null}</div>
      </td>
    </tr>
  );
}

function Belongs({ row }: { row: ListRow }) {
  const t = useTranslations("accounts.filters");
  const { segments } = useListContext();
  return (
    <div className="truncate text-meta max-md:hidden">
      <bdi>{segments.get(row.segmentKey) ?? row.segmentKey}</bdi>
      {" · "}
      <bdi>{row.ownerName ?? t("noOwner")}</bdi>
    </div>
  );
}

function MoneyCells({ row, largest }: { row: ListRow; largest: number | null }) {
  const t = useTranslations("today");
  const { money: column } = useListContext();
  const { money, currency } = row;
  if (money === null) return null;
  const share = largest && money.reportingLossMinor !== null ? money.reportingLossMinor / largest : null;
  const isPart = money.decidingArrMinor !== money.arrMinor;
  return (
    <>
      <td role="cell" className="num px-1.5 pe-2 font-semibold text-ink max-md:px-0 max-md:[grid-area:loss]">
        <AmountCell amountMinor={money.lossMinor} currency={currency} column={column} />
        <div className="max-md:hidden">
          <div className="mt-1 inline-block w-20 align-top">
            <Bar share={share} />
          </div>
        </div>
      </td>
      <td role="cell" className="num px-1.5 pe-3 max-md:hidden @max-[840px]:hidden">
        <AmountCell amountMinor={money.decidingArrMinor} currency={currency} column={column} />
        {isPart ? (
          <div className="text-meta whitespace-nowrap">
            {t.rich("ofWhole", {
              whole: () => <AmountCell amountMinor={money.arrMinor} currency={currency} column={column} />,
            })}
          </div>
        ) : null}
      </td>
    </>
  );
}

function Churn({ row }: { row: ListRow }) {
  const t = useTranslations("today");
  const guardrails = useTranslations("common.guardrails");
  const { probabilityMax } = useListContext();
  const say = useReasonText();
  return (
    <>
      <div className="max-md:hidden">
        <ChurnCell standing={row} max={probabilityMax} />
      </div>
      <span className="me-2 md:hidden">
        {t.rich("churnShort", {
          p: () => <PercentText value={row.churnProbability} className="font-semibold text-ink" />,
        })}
      </span>
      <ul
        aria-label={t("reasons")}
        className="mt-0.5 flex max-h-[18px] flex-wrap gap-1 overflow-hidden max-md:mt-1 max-md:max-h-none"
      >
        {row.guardrail ? (
          <li>
            <ReasonChip>
              <span className="inline-block first-letter:uppercase">
                {guardrails(messageKey(row.guardrail))}
              </span>
            </ReasonChip>
          </li>
        ) : null}
        {row.reasons.map(({ key, raw }) => (
          <li key={key}>
            <ReasonChip>{say(key, raw)}</ReasonChip>
          </li>
        ))}
      </ul>
    </>
  );
}
