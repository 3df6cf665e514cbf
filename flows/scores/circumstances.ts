import { listLastDeliveries } from "@/db/queries/sources";
import { listRates } from "@/db/queries/rates";
import { listSegments } from "@/db/queries/segments";
import { getWorkspace } from "@/db/queries/workspaces";
import type { Workspace } from "@/db/schema";
import type { Scope } from "@/db/scope";
import { countryPack, workingDaysOf } from "@/lib/defaults/countries";
import { SOURCE_FAMILIES, type SourceFamily } from "@/lib/metrics/health/measures";
import type { ArrLimits } from "@/lib/metrics/lifecycle/segment";
import type { Circumstances } from "@/lib/metrics/standing/placement";
import { convertMinor } from "@/lib/money";
import { DAY_MS, snapshotDay, type Day } from "@/lib/period";

export type Convert = (amountMinor: number, from: string, to: string) => number | null;

/** What a workspace shares at one instant, except what depends on its plans (gathered with the signals). */
export type Setting = {
  workspace: Workspace;
  convert: Convert;
  circumstances: Omit<Circumstances, "planCores">;
};

/** Reads zone, calendar, working days, limits, rates and freshness for one instant. Throws when the workspace is gone. */
export async function readSetting(scope: Scope, asOf: Date): Promise<Setting> {
  const workspace = await getWorkspace(scope);
  if (workspace === null) throw new Error(`workspace ${scope.workspaceId} is not there`);
  const day = snapshotDay(asOf, workspace.zone);
  const convert = await converter(scope, day);
  const limits = await readLimits(scope);
  const deliveries = await listLastDeliveries(scope, { asOf });
  const pack = countryPack(workspace.country);
  const ageDaysOf = new Map<SourceFamily, number>();
  for (const [family, deliveredAt] of deliveries) {
    if (isSourceFamily(family))
      ageDaysOf.set(family, Math.max(0, asOf.getTime() - deliveredAt.getTime()) / DAY_MS);
  }
  return {
    workspace,
    convert,
    circumstances: {
      asOf,
      day,
      zone: workspace.zone,
      calendar: workspace.calendar,
      workingDays: { workingDays: workingDaysOf(pack) },
      isLatePayer: pack.isLatePayer,
      limits,
      ageDaysOf,
      toReporting: (amountMinor, currency) => convert(amountMinor, currency, workspace.currency),
    },
  };
}

/** Converts at the last rate on or before a day, directly or by way of the inverse; null when there is none (R13). */
async function converter(scope: Scope, day: Day): Promise<Convert> {
  const rates = await listRates(scope, { day });
  const rateOf = (from: string, to: string) => {
    const direct = rates.get(`${from}>${to}`);
    const inverse = rates.get(`${to}>${from}`);
    return direct ?? (inverse === undefined ? null : 1 / inverse);
  };
  return (amountMinor, from, to) =>
    from === to ? amountMinor : convertMinor(amountMinor, from, to, rateOf(from, to));
}

async function readLimits(scope: Scope): Promise<ArrLimits | null> {
  const segments = await listSegments(scope);
  const high = segments.find((segment) => segment.key === "high_touch")?.minArrMinor ?? null;
  const mid = segments.find((segment) => segment.key === "mid")?.minArrMinor ?? null;
  return high === null || mid === null ? null : { highTouchFromMinor: high, midFromMinor: mid };
}

function isSourceFamily(family: string): family is SourceFamily {
  return (SOURCE_FAMILIES as readonly string[]).includes(family);
}
