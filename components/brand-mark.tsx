/** The lapis square with the white letter و. The name stands beside it. */
export function BrandMark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="7.5" fill="var(--lapis)" />
      <path
        d="M20.6 13.2a4.7 4.7 0 1 1-4.7-4.7 4.7 4.7 0 0 1 4.7 4.7c0 5.6-2.3 9.4-8.6 10.1"
        fill="none"
        stroke="var(--on-lapis)"
        strokeWidth="3.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
