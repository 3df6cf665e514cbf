"use client";

import type { Reason } from "@/lib/metrics/result";
import { RIGHT_TO_LEFT_MARK } from "@/lib/words/isolate";
import type { NumberOptions } from "@/lib/words/format";
import { deltaTone, type Better } from "./delta-tone";
import { useFormat } from "./format-context";
import { MissingText } from "./missing-text";
import { classNames } from "./ui/class-names";

type Figure = NumberOptions & {
  /** Null is shown as an en dash with its reason, never as 0. */
  value: number | null;
  reason?: Reason;
  className?: string;
};

/** A number, isolated with its sign so that the minus stays left of the digits. */
export function NumberText({ value, reason, className, ...options }: Figure) {
  const { numberParts } = useFormat();
  if (value === null) return <MissingText reason={reason} className={className} />;
  const { sign, digits } = numberParts(value, options);
  return (
    <bdi dir="ltr" className={className}>
      {sign + digits}
    </bdi>
  );
}

/** A large count in compact form: 12.4k, «۱۲٫۴ هزار». */
export function CompactText({ value, reason, className }: Omit<Figure, keyof NumberOptions>) {
  const { compact } = useFormat();
  if (value === null) return <MissingText reason={reason} className={className} />;
  return <bdi className={classNames("whitespace-nowrap", className)}>{compact(value)}</bdi>;
}

/** A fraction as percentage (0.125 → 12.5%); in Persian and Arabic the sign is read to the left of the digits. */
export function PercentText({ value, reason, className, ...options }: Figure) {
  const { dir, numberParts, percentSign } = useFormat();
  if (value === null) return <MissingText reason={reason} className={className} />;
  const { sign, digits } = numberParts(value * 100, options);
  const name = classNames("whitespace-nowrap", className);
  if (dir === "ltr") {
    return (
      <bdi dir="ltr" className={name}>
        {sign + digits + percentSign}
      </bdi>
    );
  } else {
    return (
      <bdi dir="rtl" className={name}>
        <bdi dir="ltr">{sign + digits}</bdi>
        {RIGHT_TO_LEFT_MARK + percentSign}
      </bdi>
    );
  }
}

type Delta = Omit<Figure, "signed"> & {
  /** Which direction is good; null leaves the change grey. */
  better?: Better;
  /** False for a difference inside the noise: no colour. */
  isSignificant?: boolean;
  /** Percent for a fraction, number for points and counts. */
  as?: "number" | "percent";
  /** Adds ▲ or ▼ where the sign alone is too small to see. */
  hasArrow?: boolean;
};

/** A change with its sign, coloured by whether it is good. */
export function DeltaText({
  value,
  reason,
  className,
  better = "high",
  isSignificant = true,
  as = "number",
  hasArrow = false,
  ...options
}: Delta) {
  const { numberParts } = useFormat();
  if (value === null) return <MissingText reason={reason} className={className} />;
  const signed = { ...options, signed: true };
  const { sign } = numberParts(as === "percent" ? value * 100 : value, signed);
  const tone = classNames("whitespace-nowrap", deltaTone(sign, better, isSignificant), className);
  return (
    <span className={tone}>
      {hasArrow && sign !== "" ? <span aria-hidden="true">{sign === "+" ? "▲" : "▼"}</span> : null}
      {as === "percent" ? (
        <PercentText value={value} {...signed} />
      ) : (
        <NumberText value={value} {...signed} />
      )}
    </span>
  );
}

/** An id or a version: its digits in the reader's script, in its own left-to-right isolate. */
export function IdText({ id, className }: { id: string; className?: string }) {
  const format = useFormat();
  return (
    <bdi dir="ltr" className={className}>
      {format.id(id)}
    </bdi>
  );
}
