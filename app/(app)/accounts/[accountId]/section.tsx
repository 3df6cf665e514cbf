import { Suspense, type ReactNode } from "react";
import { Skeleton, SkeletonCard } from "@/components/ui/skeleton";
import { SectionBoundary, type SectionName } from "./section-boundary";

type Props = {
  name: SectionName;
  height: number;
  /** A part of the head has no card around it. */ isBare?: boolean;
  children: ReactNode;
};

/** One part of the page that arrives, and fails, by itself. */
export function Section({ name, height, isBare = false, children }: Props) {
  const waiting = isBare ? (
    <div style={{ blockSize: height }} className="p-4">
      <Skeleton className="h-full w-64 max-w-full" />
    </div>
  ) : (
    <SkeletonCard height={height} />
  );
  return (
    <SectionBoundary name={name}>
      <Suspense fallback={<div data-waiting>{waiting}</div>}>{children}</Suspense>
    </SectionBoundary>
  );
}
