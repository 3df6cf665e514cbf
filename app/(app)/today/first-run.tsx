import { Check, CircleDashed, FileUp, FlaskConical } from "lucide-react";
import type { ReactNode } from "react";
import { serverWords, type ServerWords } from "@/app/server-words";
import { HealthMark } from "@/components/health-mark";
import { PercentText } from "@/components/number-text";
import { TopBar } from "@/components/top-bar";
import { ButtonLink } from "@/components/ui/button";
import { Bar } from "@/components/ui/bar";
import { classNames } from "@/components/ui/class-names";
import { SkeletonRows } from "@/components/ui/skeleton";
import { listConnectedFamilies } from "@/db/queries/sources";
import type { Scope } from "@/db/scope";
import { shippedScorecards } from "@/lib/defaults/scorecards";
import { shareOfScore } from "@/lib/metrics/portfolio";
import { may, type Role } from "@/lib/roles";

const SEED_COMMAND = "npm run seed";
/** What a workspace can be fed, with the families of the measure catalogue (H1) that it opens. */
const FILES = [
  { key: "accounts", family: "accounts", opens: [] },
  { key: "revenue", family: "revenue", opens: [] },
  { key: "usage", family: "usage", opens: ["usage", "users"] },
  { key: "tickets", family: "tickets", opens: ["tickets"] },
  { key: "surveys", family: "surveys", opens: ["surveys"] },
  { key: "touches", family: "touches", opens: ["touches"] },
  { key: "invoices", family: "invoices", opens: ["invoices"] },
] as const;

type Props = { scope: Scope; role: Role; page: "today" | "accounts" };

/** A workspace without customers: what will appear here, how to begin, and what each file unlocks. */
export async function FirstRun({ scope, role, page }: Props) {
  const [{ t }, connected] = await Promise.all([
    serverWords(["today", "accounts", "common"]),
    listConnectedFamilies(scope),
  ]);
  return (
    <>
      <TopBar title={t(`${page}.title`)} scope={t("today.firstRun.scope")} />
      <div className="mx-auto w-full max-w-[940px] px-5 py-11 max-md:py-6">
        <h2 className="text-display text-ink">{t("today.firstRun.title")}</h2>
        <p className="mt-1 max-w-prose text-title font-normal text-ink-2">{t("today.firstRun.text")}</p>
        <div className="mt-6 grid gap-3.5 md:grid-cols-2">
          <ImportCard role={role} t={t} />
          <DemoCard role={role} t={t} />
        </div>
        <Unlocked connected={connected} t={t} />
        <SkeletonRows rows={4} height={48} />
      </div>
    </>
  );
}

function ImportCard({ role, t }: { role: Role; t: ServerWords }) {
  return (
    <Way icon={<FileUp size={16} strokeWidth={1.75} aria-hidden="true" />} name="import" isFirst t={t}>
      {may(role, "read_data") ? (
        <ButtonLink href="/settings/data" variant="primary" size="lg" className="w-full">
          {t("today.firstRun.import.button")}
        </ButtonLink>
      ) : (
        <p className="text-ink-2">{t("today.firstRun.import.ask")}</p>
      )}
    </Way>
  );
}

function DemoCard({ role, t }: { role: Role; t: ServerWords }) {
  return (
    <Way icon={<FlaskConical size={16} strokeWidth={1.75} aria-hidden="true" />} name="demo" t={t}>
      {may(role, "load_demo") ? (
        <p className="text-ink-2">
          {t.rich("today.firstRun.demo.command", {
            command: () => (
              <code dir="ltr" className="rounded-chip bg-surface-3 px-1.5 py-0.5 text-ink">
                {SEED_COMMAND}
              </code>
            ),
          })}
        </p>
      ) : (
        <p className="text-ink-2">{t("today.firstRun.demo.ask")}</p>
      )}
    </Way>
  );
}

type WayProps = {
  icon: ReactNode;
  name: "import" | "demo";
  isFirst?: boolean;
  t: ServerWords;
  children: ReactNode;
};

function Way({ icon, name, isFirst = false, t, children }: WayProps) {
  return (
    <section
      className={classNames(
        "flex flex-col rounded-card border bg-surface p-5",
        isFirst ? "border-lapis outline outline-1 outline-lapis" : "border-line",
      )}
    >
      <h3 className="flex items-center gap-2.5 text-title text-ink">
        <span className="inline-flex size-9 items-center justify-center rounded-control bg-lapis-soft text-lapis-ink">
          {icon}
        </span>
        {t(`today.firstRun.${name}.title`)}
      </h3>
      <p className="mt-3 text-ink-2">{t(`today.firstRun.${name}.text`)}</p>
      <ul className="mt-2 mb-4 flex flex-1 flex-col gap-1">
        {(["one", "two"] as const).map((point) => (
          <li key={point} className="flex items-center gap-2 text-ink">
            <Check size={14} strokeWidth={1.75} aria-hidden="true" className="text-ok-ink" />
            {t(`today.firstRun.${name}.${point}`)}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

function Unlocked({ connected, t }: { connected: ReadonlySet<string>; t: ServerWords }) {
  const card = shippedScorecards({ isLatePayer: false, business: "subscription" }).find(
    ({ key }) => key === "mid",
  )?.card;
  const files = FILES.map((file) => ({
    ...file,
    isThere: connected.has(file.family),
    share: card && file.opens.length > 0 ? shareOfScore(card, file.opens) : null,
  }));
  const share = files.reduce((sum, file) => sum + (file.isThere ? (file.share ?? 0) : 0), 0);
  return (
    <section className="mt-5 mb-5 rounded-card border border-line bg-surface p-5">
      <h3 className="text-card-title text-ink">{t("today.firstRun.unlocked")}</h3>
      <p className="mb-2 text-meta text-ink-2">
        {t.rich("today.firstRun.unlockedShare", { share: () => <PercentText value={share} /> })}
      </p>
      <Bar share={share} tone="ok" />
      <ul className="mt-4 grid grid-cols-2 gap-4 md:grid-cols-4">
        {files.map((file) => (
          <li key={file.key}>
            <p className="flex items-center gap-2 font-semibold text-ink">
              {file.isThere ? (
                <HealthMark band="healthy" />
              ) : (
                <CircleDashed size={12} aria-hidden="true" className="text-slate" />
              )}
              {t(`common.sources.${file.key}`)}
            </p>
            <p className="text-meta text-ink-2">
              {t(file.isThere ? "today.firstRun.here" : "today.firstRun.notYet")}
            </p>
            {file.share === null ? null : (
              <p className="text-meta text-ink-2">
                {t.rich("today.firstRun.ofScore", { share: () => <PercentText value={file.share} /> })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
