"use client";

import { useTransition } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { RefreshCw } from "lucide-react";
import { NumberText } from "@/components/number-text";
import { DurationText, InstantText } from "@/components/date-text";
import { Bar } from "@/components/ui/bar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cancelRecomputeAction, recomputeAction } from "./recompute-actions";

type Job = {
  id: string;
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  done: number;
  total: number | null;
  createdAt: string;
  updatedAt: string;
};

const QUERY_KEY = ["jobs", "recompute"];
const LOOK_MS = 1500;
const MINUTE_MS = 60_000;

/** Recomputes every score on request and shows how far it is; the progress survives a reload because it lives in the database. */
export function RecomputeCard() {
  const t = useTranslations("recompute");
  const queries = useQueryClient();
  const [isSending, send] = useTransition();
  const { data: job = null, isError } = useQuery({
    queryKey: QUERY_KEY,
    queryFn: readJob,
    refetchInterval: lookAgain,
  });
  const isUnderWay = job?.state === "queued" || job?.state === "running";
  const act = (work: () => Promise<unknown>) =>
    send(async () => {
      await work();
      await queries.invalidateQueries({ queryKey: QUERY_KEY });
    });
  return (
    <Card title={t("title")}>
      <p className="mb-3 text-body text-ink-2">{t("meaning")}</p>
      <div aria-live="polite">
        {isError ? <p className="text-risk-ink">{t("unreadable")}</p> : job ? <Progress job={job} /> : null}
      </div>
      <div className="mt-3 flex gap-2">
        <Button
          icon={<RefreshCw size={14} strokeWidth={1.75} aria-hidden />}
          disabled={isUnderWay || isSending}
          onClick={() => act(() => recomputeAction(null, {}))}
        >
          {t("start")}
        </Button>
        {isUnderWay && job ? (
          <Button
            variant="quiet"
            disabled={isSending}
            onClick={() => act(() => cancelRecomputeAction(null, { jobId: job.id }))}
          >
            {t("cancel")}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}

function Progress({ job }: { job: Job }) {
  const t = useTranslations("recompute");
  const share = job.total === null || job.total === 0 ? null : job.done / job.total;
  const left = minutesLeft(job);
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-body">
        {t(`state.${job.state}`)} <InstantText instant={job.updatedAt} />
      </p>
      {job.state === "running" ? (
        <>
          <Bar share={share} tone="lapis" label={t("progress")} />
          <p className="text-meta text-ink-2">
            <NumberText value={job.done} /> {t("of")} <NumberText value={job.total} />
            {left === null ? null : (
              <>
                {" · "}
                {t("left")} <DurationText minutes={left} />
              </>
            )}
          </p>
        </>
      ) : null}
    </div>
  );
}

/** Minutes left at the rate so far; null before anything is done. */
function minutesLeft(job: Job): number | null {
  if (job.total === null || job.done === 0) return null;
  const spent = (Date.parse(job.updatedAt) - Date.parse(job.createdAt)) / MINUTE_MS;
  return (spent / job.done) * (job.total - job.done);
}

async function readJob(): Promise<Job | null> {
  const response = await fetch("/api/jobs/recompute");
  if (!response.ok) throw new Error(`jobs answered ${response.status}`);
  return ((await response.json()) as { job: Job | null }).job;
}

/** Looks again while something is under way; the live stream tells of everything else. */
function lookAgain(query: { state: { data?: Job | null } }): number | false {
  const state = query.state.data?.state;
  return state === "queued" || state === "running" ? LOOK_MS : false;
}
