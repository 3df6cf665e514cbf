"use client";

import type { Reason } from "@/lib/metrics/result";
import type { MoneyOptions, MoneyScale } from "@/lib/words/format";
import { deltaTone, type Better } from "./delta-tone";
import { useFormat } from "./format-context";
import { MissingText } from "./missing-text";
import { classNames } from "./ui/class-names";

type Props = MoneyOptions & {
  /** Integer minor units; null is an en dash with its reason. */
  amountMinor: number | null;
  /** The workspace's currency when left out. */
  currency?: string;
  /** False where the unit stands in the label or the column head (see MoneyUnitText). */
  hasUnit?: boolean;
  /** Marks a total over several currencies with ≈ (the page says "at rates of …"). */
  isApproximate?: boolean;
  reason?: Reason;
  className?: string;
  unitClassName?: string;
};

/** An amount with its unit, never cut: $79.1k, «۴۳٫۸ میلیارد تومان», "1,643 ر.س". */
export function MoneyText({
  amountMinor,
  currency,
  hasUnit = true,
  isApproximate = false,
  reason,
  className,
  unitClassName = "text-meta font-normal text-ink-3",
  ...options
}: Props) {
  const { moneyParts } = useFormat();
  if (amountMinor === null) return <MissingText reason={reason} className={className} />;
  const { sign, prefix, digits, suffix, unit } = moneyParts(amountMinor, currency, options);
  return (
    <span className={classNames("whitespace-nowrap", className)}>
      <bdi dir="ltr">{(isApproximate ? "≈" : "") + sign + prefix + digits + suffix}</bdi>
      {hasUnit && unit !== "" ? "\u00a0" : null}
      {hasUnit && unit !== "" ? <bdi className={unitClassName}>{unit}</bdi> : null}
    </span>
  );
}

type DeltaProps = Omit<Props, "signed"> & { better?: Better; isSignificant?: boolean };

/** A change of an amount with its sign, coloured by whether it is good. */
export function MoneyDeltaText({ better = "high", isSignificant = true, className, ...props }: DeltaProps) {
  const { moneyParts } = useFormat();
  if (props.amountMinor === null) return <MissingText reason={props.reason} className={className} />;
  const { sign } = moneyParts(props.amountMinor, props.currency, { ...props, signed: true });
  const tone = deltaTone(sign, better, isSignificant);
  return (
    <MoneyText
      {...props}
      signed
      className={classNames(tone, className)}
      unitClassName="text-meta font-normal"
    />
  );
}

type UnitProps = { scale: MoneyScale; currency?: string; officialUnit?: boolean; className?: string };

/** The unit alone, for the head of a column whose amounts share one scale: «میلیارد تومان», «ألف ر.س». */
export function MoneyUnitText({ scale, currency, officialUnit, className }: UnitProps) {
  const { moneyUnit } = useFormat();
  return <bdi className={className}>{moneyUnit(scale, currency, { officialUnit })}</bdi>;
}
