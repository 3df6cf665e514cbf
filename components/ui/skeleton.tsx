import { classNames } from "./class-names";

/** A grey block of final size; invisible for 150 ms. Give it width and height by class. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classNames("late rounded-chip bg-surface-3", className)} />;
}

/** Rows of a list that is loading, at their final height. */
export function SkeletonRows({ rows, height = 37 }: { rows: number; height?: number }) {
  return (
    <div aria-hidden="true" className="late">
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className="flex items-center gap-6 border-b border-line px-4"
          style={{ blockSize: height }}
        >
          <div className="size-3.5 rounded-chip bg-surface-3" />
          <div className="h-2.5 w-40 rounded-chip bg-surface-3" />
          <div className="ms-auto h-2.5 w-16 rounded-chip bg-surface-3" />
          <div className="h-2.5 w-24 rounded-chip bg-surface-3 max-md:hidden" />
          <div className="h-2.5 w-20 rounded-chip bg-surface-3 max-md:hidden" />
        </div>
      ))}
    </div>
  );
}

/** A card that is loading, at its final height. */
export function SkeletonCard({ height }: { height: number }) {
  return (
    <div
      aria-hidden="true"
      className="late flex flex-col gap-3 rounded-card border border-line bg-surface px-3.5 py-3"
      style={{ blockSize: height }}
    >
      <div className="h-3 w-32 rounded-chip bg-surface-3" />
      <div className="w-full flex-1 rounded-chip bg-surface-2" />
    </div>
  );
}
