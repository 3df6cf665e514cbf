import { parseArgs } from "node:util";
import { closeConnection } from "@/db/client";
import { getWorkspaceBySlug } from "@/db/queries/workspaces";
import { jobScope } from "@/db/scope";
import { seedDemo } from "@/flows/demo";
import { benchRecompute } from "./recompute";
import { logLogSlope, printRows, type Row } from "./report";
import { benchTouched } from "./touched";

const SLOPE_BAR = 1.05;

const { values } = parseArgs({ options: { accounts: { type: "string", default: "1000,10000,100000" } } });
const sizes = values.accounts.split(",").map(Number);

const rows: Row[] = [];
const points: { accounts: number; seconds: number }[] = [];
for (const accounts of sizes) {
  const slug = `bench-${accounts}`;
  const begin = performance.now();
  await seedDemo({ accounts, seed: 1, slug, ifEmpty: true, now: new Date() });
  const seedSeconds = (performance.now() - begin) / 1000;
  const workspace = await getWorkspaceBySlug(slug);
  if (workspace === null) throw new Error(`workspace ${slug} is not there after seeding`);
  const scope = jobScope(workspace.id);
  console.log(`${accounts} accounts ready after ${seedSeconds.toFixed(0)} s`);
  const measured = await benchRecompute(scope, accounts, new Date());
  rows.push(...measured.rows, await benchTouched(scope, accounts));
  points.push({ accounts, seconds: measured.seconds });
}
if (points.length > 1) {
  const detail = points.map((point) => `${point.accounts}: ${point.seconds.toFixed(2)} s`).join(", ");
  rows.push({
    what: "recompute: growth, slope in log-log",
    accounts: 0,
    value: logLogSlope(points),
    unit: "slope",
    bar: SLOPE_BAR,
    detail,
  });
}
printRows(rows);
await closeConnection();
