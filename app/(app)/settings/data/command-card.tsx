"use client";

import { useState } from "react";
import { useTranslations } from "next-intl";
import { Check, Copy } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

const SHOWN_MS = 2_000;

/** The command that imports files into this workspace, to copy. */
export function CommandCard({ slug }: { slug: string }) {
  const t = useTranslations("data.command");
  const [isCopied, setCopied] = useState(false);
  const command = `npm run import -- --workspace ${slug} --mapping mappings/ravenstack.json --dir DIR`;
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <Card title={t("title")} tone="hint">
      <p className="mb-2 text-body text-ink-2">{t("text")}</p>
      <pre
        dir="ltr"
        tabIndex={0}
        aria-label={t("title")}
        className="mb-2 overflow-x-auto rounded-control border border-line bg-surface px-2.5 py-2 text-meta"
      >
        <code>{command}</code>
      </pre>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-meta text-ink-2">{t("mapping")}</p>
        <Button icon={<Icon size={14} strokeWidth={1.75} aria-hidden="true" />} onClick={() => void copy()}>
          {isCopied ? t("copied") : t("copy")}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {isCopied ? t("copied") : ""}
      </p>
    </Card>
  );
}
