import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NumberText } from "@/components/number-text";
import { ButtonLink } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { messageKey } from "@/lib/words/message-key";
import { hrefOf, type DataView } from "./search-params";

type Option = {
  key: string;
  label?: string;
  reason?: string;
  count: number;
  href: string;
  isCurrent: boolean;
};

/** A row of links, each a filter with its count; the ones in force are filled. */
export async function FilterLinks({ label, options }: { label: string; options: Option[] }) {
  const t = await getTranslations("data.reasonNames");
  if (options.length === 0) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1.5">
      {options.map((option) => (
        <Link
          key={option.key}
          href={option.href}
          scroll={false}
          aria-current={option.isCurrent ? "true" : undefined}
          className={classNames(
            "inline-flex min-h-6 items-center gap-1.5 rounded-chip border px-2 text-meta font-medium",
            option.isCurrent
              ? "border-transparent bg-ink text-bg"
              : "border-line bg-surface-3 text-ink-2 hover:text-ink",
          )}
        >
          <bdi>{option.reason === undefined ? option.label : t(messageKey(option.reason) as "badDate")}</bdi>
          <NumberText value={option.count} />
        </Link>
      ))}
    </nav>
  );
}

type PageProps = { view: DataView; page: number; rows: number; total: number };

/** The rows shown out of all, and the way to those before and after. */
export async function PageLinks({ view, page, rows, total }: PageProps) {
  const t = await getTranslations("data.remarks");
  if (total <= rows) return null;
  const from = (page - 1) * rows + 1;
  const to = Math.min(total, page * rows);
  return (
    <nav aria-label={t("pages")} className="mt-2 flex items-center justify-end gap-2 text-meta text-ink-2">
      <span>{t("range", { from, to, total })}</span>
      {page > 1 ? (
        <ButtonLink size="sm" scroll={false} href={hrefOf(view, { page: page - 1 })}>
          {t("previous")}
        </ButtonLink>
      ) : null}
      {to < total ? (
        <ButtonLink size="sm" scroll={false} href={hrefOf(view, { page: page + 1 })}>
          {t("next")}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
