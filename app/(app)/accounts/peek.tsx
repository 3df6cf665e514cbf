"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Peek as PeekData, PeekPart } from "@/app/api/accounts/[accountId]/peek/route";
import { ContributionBars } from "@/components/contribution-bars";
import { useFormat } from "@/components/format-context";
import { NumberText } from "@/components/number-text";
import { PeekPanel } from "@/components/peek-panel";
import { Button } from "@/components/ui/button";
import { ErrorCard } from "@/components/ui/error-card";
import { Skeleton } from "@/components/ui/skeleton";
import type { Day } from "@/lib/period";
import { initials } from "@/lib/words/initials";
import type { ListRow } from "./list-rows";
import { PeekContacts } from "./peek-contacts";
import { PeekFigures } from "./peek-figures";
import { PeekTimeline } from "./peek-timeline";
import { useReasonText } from "./reason-text";
import { useAccountHref } from "./use-account-href";

/** Score points that a measure neither adds nor takes away (H12). */
const NEUTRAL = 50;

type Props = {
  accountId: string;
  /** The row, when it is in the list: name and figures stand before the rest has arrived. */
  row: ListRow | undefined;
  segments: ReadonlyMap<string, string>;
  today: Day;
  onClose: () => void;
};

/** The preview beside the list: figures, why, what happened, whom to call. */
export function Peek({ accountId, row, segments, today, onClose }: Props) {
  const t = useTranslations("accounts.peek");
  const hrefOf = useAccountHref();
  const { data, isError, refetch } = useQuery({
    queryKey: ["scores", "peek", accountId],
    queryFn: ({ signal }) => readPeek(accountId, signal),
  });
  const standing = data?.standing ?? row;
  const name = standing?.name ?? "";
  return (
    <PeekPanel
      label={t("label", { name })}
      title={<bdi>{name}</bdi>}
      note={standing ? <Note standing={standing} segments={segments} /> : null}
      initials={initials(name)}
      href={hrefOf(accountId)}
      openLabel={t("open")}
      closeLabel={t("close")}
      onClose={onClose}
    >
      {standing ? <PeekFigures standing={standing} today={today} /> : null}
      {isError ? (
        <ErrorCard
          title={t("failed")}
          action={<Button onClick={() => void refetch()}>{t("again")}</Button>}
        />
      ) : data ? (
        <Details peek={data} today={today} />
      ) : (
        <Skeleton className="mt-4 h-40 w-full" />
      )}
    </PeekPanel>
  );
}

function Note({
  standing,
  segments,
}: {
  standing: PeekData["standing"];
  segments: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("accounts.peek");
  const format = useFormat();
  const parts = [segments.get(standing.segmentKey) ?? standing.segmentKey];
  if (standing.industry) parts.push(standing.industry);
  if (standing.customerSince) parts.push(t("since", { month: format.day(standing.customerSince, "month") }));
  return parts.map((part, place) => (
    <span key={part}>
      {place > 0 ? " · " : null}
      <bdi>{part}</bdi>
    </span>
  ));
}

function Details({ peek, today }: { peek: PeekData; today: Day }) {
  const t = useTranslations("accounts.peek");
  return (
    <>
      <Why peek={peek} />
      <Section title={t("whatHappened")}>
        <PeekTimeline entries={peek.timeline} />
      </Section>
      <Section title={t("whoToCall")}>
        <PeekContacts contacts={peek.contacts} today={today} />
      </Section>
    </>
  );
}

function Why({ peek }: { peek: PeekData }) {
  const t = useTranslations("accounts.peek");
  const say = useReasonText();
  const { chi } = peek.standing;
  if (chi === null || peek.parts.length === 0) {
    return (
      <Section title={t("whyUnknown")}>
        <p className="text-ink-2">{t("unscored")}</p>
      </Section>
    );
  }
  return (
    <Section
      title={<span>{t.rich("why", { score: () => <NumberText value={chi} /> })}</span>}
      note={t("points")}
    >
      <ContributionBars
        label={t("whyLabel")}
        rising="good"
        base={{ key: "neutral", label: t("neutral"), value: NEUTRAL, text: <NumberText value={NEUTRAL} /> }}
        steps={peek.parts.map((part) => stepOf(part, say))}
        total={{ label: t("health"), value: chi, text: <NumberText value={chi} decimals={1} /> }}
      />
    </Section>
  );
}

function stepOf({ key, raw, contribution }: PeekPart, say: ReturnType<typeof useReasonText>) {
  return {
    key,
    label: say(key, raw),
    value: contribution,
    text: <NumberText value={contribution} signed decimals={1} />,
  };
}

/** A part of the preview with its heading. */
export function Section({
  title,
  note,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="mt-4">
      <h3 className="mb-1.5 flex items-baseline justify-between gap-2 text-card-title text-ink">
        {title}
        {note ? <span className="text-meta font-normal text-ink-2">{note}</span> : null}
      </h3>
      {children}
    </section>
  );
}

async function readPeek(accountId: string, signal: AbortSignal): Promise<PeekData> {
  const answer = await fetch(`/api/accounts/${accountId}/peek`, { signal });
  if (!answer.ok) throw new Error(`peek answered ${answer.status}`);
  return (await answer.json()) as PeekData;
}
