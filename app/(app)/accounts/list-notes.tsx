import { PartialBanner } from "@/components/ui/partial-banner";
import { DateText } from "@/components/date-text";
import type { ServerWords } from "@/app/server-words";
import { listSources, type SourceState } from "@/db/queries/sources";
import type { Scope } from "@/db/scope";
import { sourcePace } from "@/lib/freshness";
import { MEASURE_KEYS } from "@/lib/metrics/health/card";
import { MEASURES } from "@/lib/metrics/health/measures";
import { localDay, snapshotDay } from "@/lib/period";
import { messageKey } from "@/lib/words/message-key";

type Props = { scope: Scope; workspace: { asOf: Date | null; zone: string }; asOf: Date; t: ServerWords };

/** What the reader must know of the data before the list: that it stands still, and which sources have stopped. */
export async function ListNotes({ scope, workspace, asOf, t }: Props) {
  const { zone } = workspace;
  const behind = (await listSources(scope, { asOf })).flatMap((source) => {
    const pace = sourcePace(source.lastAt, asOf);
    return pace === "ok" ? [] : [{ ...source, pace }];
  });
  if (behind.length === 0 && workspace.asOf === null) return null;
  return (
    <div className="flex flex-col gap-2 px-4 pt-3">
      {workspace.asOf ? (
        <p role="note" className="rounded-control bg-lapis-soft px-3 py-2 text-body text-lapis-ink">
          {t.rich("accounts.notes.pinned", {
            day: () => <DateText day={snapshotDay(asOf, zone)} style="medium" />,
          })}
        </p>
      ) : null}
      {behind.length > 0 ? (
        <PartialBanner>
          <ul>
            {behind.map((source) => (
              <li key={source.source}>
                {t.rich("accounts.notes.behind", {
                  source: sourceName(source.source, t),
                  day: () => <DateText day={localDay(source.lastAt, zone)} />,
                })}
                <Affected source={source} t={t} />
              </li>
            ))}
          </ul>
          {behind.some((source) => source.pace === "stopped") ? (
            <p>{t("accounts.notes.unreliable")}</p>
          ) : null}
        </PartialBanner>
      ) : null}
    </div>
  );
}

function Affected({ source, t }: { source: SourceState; t: ServerWords }) {
  const families: readonly string[] = source.families;
  const measures = MEASURE_KEYS.filter((key) =>
    MEASURES[key].families.some((family) => families.includes(family)),
  );
  if (measures.length === 0) return null;
  return (
    <>
      {" "}
      {t("accounts.notes.affects")}{" "}
      {measures.map((key, place) => (
        <span key={key}>
          {place > 0 ? t("accounts.notes.separator") : null}
          {t(`common.measures.${messageKey(key)}.name`)}
        </span>
      ))}
    </>
  );
}

/** A source known by name is named in the reader's language; another keeps the name its owner gave it. */
function sourceName(source: string, t: ServerWords): string {
  const key = `shell.sources.${messageKey(source)}`;
  return t.has(key) ? t(key) : source;
}
