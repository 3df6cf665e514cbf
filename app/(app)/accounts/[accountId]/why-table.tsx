import { HealthMark } from "@/components/health-mark";
import { MissingText } from "@/components/missing-text";
import { DeltaText, NumberText } from "@/components/number-text";
import { MiniTable, type MiniRow } from "@/components/ui/mini-table";
import { LATE_AFTER_HOURS } from "@/lib/freshness";
import type { MeasureKey } from "@/lib/metrics/health/card";
import type { HealthChange } from "@/lib/metrics/health/explain";
import { messageKey } from "@/lib/words/message-key";
import { AccountFigure } from "./account-figure";
import { measureDefinition } from "./definitions";
import type { PageContext } from "./page-context";
import { RawText } from "./raw-text";
import type { Why, WhyGroup, WhyMeasure } from "./why-rows";

/** A score that ageing moved by less than this is not worth a line. */
const AGED_POINTS = 0.5;
const AGED_DAYS = LATE_AFTER_HOURS / 24;

type Props = {
  context: PageContext;
  why: Why;
  change: HealthChange | null;
  wholes: Partial<Record<MeasureKey, number>>;
};

/** Group by group and measure by measure: raw value, score, points of the possible, change; the total is the score. */
export function WhyTable({ context, why, change, wholes }: Props) {
  const { t } = context;
  const rows = [
    ...why.groups.flatMap((group) => [
      groupRow(context, group),
      ...group.measures.map((measure) => measureRow(context, measure, wholes[measure.key] ?? null)),
    ]),
    ...goneRows(context, why),
    totalRow(context, change),
  ];
  return (
    <MiniTable
      caption={t("account.why.caption")}
      columns={[
        { key: "measure", label: t("account.why.measure") },
        { key: "now", label: t("account.why.now"), align: "number" },
        { key: "score", label: t("account.why.score"), align: "number" },
        { key: "points", label: t("account.why.points"), align: "number" },
        {
          key: "change",
          label: <span className="whitespace-nowrap">{t("account.why.change")}</span>,
          align: "number",
        },
      ]}
      rows={rows}
    />
  );
}

function groupRow({ t }: PageContext, group: WhyGroup): MiniRow {
  return {
    key: group.key,
    strong: true,
    cells: [
      t(`common.groups.${messageKey(group.key)}`),
      null,
      group.score === null ? (
        <MissingText key="score" reason="too_few" />
      ) : (
        <span key="score" className="inline-flex items-center gap-1">
          <HealthMark band={group.band} size={11} />
          <NumberText value={group.score} />
        </span>
      ),
      <Points key="points" t={t} points={group.points} possible={group.possible} />,
      <Delta key="change" value={group.change} />,
    ],
  };
}

function measureRow(context: PageContext, measure: WhyMeasure, of: number | null): MiniRow {
  const { t } = context;
  return {
    key: measure.key,
    cells: [
      <span key="name" className="block ps-3 font-normal">
        {t(`common.measures.${messageKey(measure.key)}.name`)}
        <Aged context={context} measure={measure} />
      </span>,
      <Raw key="now" context={context} measure={measure} of={of} />,
      <NumberText key="score" value={measure.decayed} reason={measure.reason ?? undefined} />,
      <Points
        key="points"
        t={t}
        points={measure.points}
        possible={measure.possible}
        reason={measure.reason}
      />,
      <Delta key="change" value={measure.change} />,
    ],
  };
}

function Raw({ context, measure, of }: { context: PageContext; measure: WhyMeasure; of: number | null }) {
  const { subject, t } = context;
  const { key, raw, normalised, decayed, ageDays, points, reason } = measure;
  const number = (value: number | null) => <NumberText value={value} decimals={1} />;
  return (
    <AccountFigure
      figure="account-measure"
      accountId={subject.account.accountId}
      label={t(`common.measures.${messageKey(key)}.name`)}
      value={<RawText measure={key} raw={raw} reason={reason} of={of} />}
      shown={raw}
      count={null}
      params={{ measure: key }}
      definition={measureDefinition(key, t, subject.standing.asOf)}
      inputs={[
        { label: t("account.inputs.raw"), value: <NumberText value={raw} maxDecimals={4} /> },
        { label: t("account.inputs.normalised"), value: number(normalised) },
        { label: t("account.inputs.age"), value: number(ageDays) },
        { label: t("account.inputs.decayed"), value: number(decayed) },
        { label: t("account.inputs.points"), value: number(points) },
      ]}
    />
  );
}

/** How old the evidence is, where its age has moved the score toward neutral (H6). */
function Aged({ context: { t }, measure }: { context: PageContext; measure: WhyMeasure }) {
  const { normalised, decayed, ageDays } = measure;
  if (normalised === null || decayed === null || ageDays === null) return null;
  if (ageDays <= AGED_DAYS || Math.abs(normalised - decayed) < AGED_POINTS) return null;
  const days = Math.floor(ageDays);
  return (
    <span className="block text-meta text-watch-ink">
      {t.rich("account.why.aged", {
        count: days,
        n: () => <NumberText value={days} />,
        from: () => <NumberText value={normalised} />,
        to: () => <NumberText value={decayed} />,
      })}
    </span>
  );
}

function goneRows({ t }: PageContext, { gone }: Why): MiniRow[] {
  if (gone.length === 0) return [];
  const sum = gone.reduce((total, measure) => total + measure.change, 0);
  return [
    {
      key: "gone",
      strong: true,
      cells: [t("account.why.gone"), null, null, null, <Delta key="change" value={sum} />],
    },
    ...gone.map(({ key, change }) => ({
      key: `gone ${key}`,
      cells: [
        <span key="name" className="block ps-3 font-normal">
          {t(`common.measures.${messageKey(key)}.name`)}
        </span>,
        null,
        null,
        null,
        <Delta key="change" value={change} />,
      ],
    })),
  ];
}

function totalRow(context: PageContext, change: HealthChange | null): MiniRow {
  const { subject, t } = context;
  const { accountId } = subject.account;
  const { chi } = subject.standing;
  return {
    key: "total",
    strong: true,
    cells: [
      t("account.why.total"),
      null,
      null,
      <Points key="points" t={t} points={chi} possible={100} />,
      <AccountFigure
        key="change"
        figure="account-change"
        accountId={accountId}
        label={t("account.figures.change.title")}
        value={<Delta value={change?.delta ?? null} />}
        shown={change?.delta ?? null}
        count={change?.measures.length ?? 0}
        inputs={
          change
            ? (["behaviour", "missing", "configuration"] as const).map((part) => ({
                label: t(`account.inputs.${part}`),
                value: <NumberText value={change[part]} decimals={1} signed />,
              }))
            : []
        }
      />,
    ],
  };
}

type PointsProps = {
  t: PageContext["t"];
  points: number | null;
  possible: number;
  reason?: WhyMeasure["reason"];
};

function Points({ t, points, possible, reason }: PointsProps) {
  if (points === null) return <MissingText reason={reason ?? undefined} />;
  if (possible === 0) return <span className="font-normal text-ink-3">{t("account.why.unweighed")}</span>;
  return (
    <span className="font-normal whitespace-nowrap text-ink-2">
      {t.rich("account.why.ofPossible", {
        points: () => <NumberText value={points} decimals={1} className="font-semibold text-ink" />,
        possible: () => <NumberText value={possible} maxDecimals={1} />,
      })}
    </span>
  );
}

function Delta({ value }: { value: number | null }) {
  return <DeltaText value={value} better="high" decimals={1} />;
}
