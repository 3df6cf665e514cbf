import { getTranslations } from "next-intl/server";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** A page on its way: nothing for 150 ms, then its frame at final height. */
export async function PageLoading() {
  const t = await getTranslations("states");
  return (
    <div role="status" aria-label={t("loading")}>
      <div className="flex h-[52px] items-center border-b border-line px-5">
        <Skeleton className="h-4 w-40" />
      </div>
      <div className="flex h-[78px] items-center gap-11 border-b border-line px-5">
        <Skeleton className="h-10 w-32" />
        <Skeleton className="h-10 w-32" />
        <Skeleton className="h-10 w-32 max-md:hidden" />
      </div>
      <SkeletonRows rows={10} height={56} />
    </div>
  );
}
