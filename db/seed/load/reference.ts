import type { Tx } from "../../client";
import { features, planFeatures, plans, products, surveys } from "../../schema";
import { FEATURES, KEY_FEATURE, LOGIN_FEATURE, PLANS, PRODUCTS, SURVEYS } from "../company/catalogue";
import { Random } from "../random";

/** Ids that facts refer to. */
export type Reference = { workspaceId: string; productIds: string[]; planIds: string[] };

const STREAM = 12;

/** Writes what is sold and asked: features, plans with their features, products, surveys. */
export async function insertReference(
  { db }: Tx,
  workspaceId: string,
  seed: number,
  startMs: number,
): Promise<Reference> {
  const random = new Random(seed, 0, STREAM);
  const id = () => random.uuid(startMs);
  const planRows = PLANS.map(({ key, name }) => ({ workspaceId, id: id(), key, name }));
  const productRows = PRODUCTS.map(({ key, name }) => ({ workspaceId, id: id(), externalId: key, name }));
  await db.insert(features).values(
    FEATURES.map((feature) => ({
      workspaceId,
      ...feature,
      isLogin: feature.code === LOGIN_FEATURE,
      isKey: feature.code === KEY_FEATURE,
    })),
  );
  await db.insert(plans).values(planRows);
  await db
    .insert(planFeatures)
    .values(
      PLANS.flatMap(({ core }, i) =>
        core.map((feature) => ({ workspaceId, planId: planRows[i]?.id ?? "", feature })),
      ),
    );
  await db.insert(products).values(productRows);
  const createdAt = new Date(startMs);
  await db
    .insert(surveys)
    .values(SURVEYS.map((kind) => ({ workspaceId, id: id(), key: kind, kind, createdAt })));
  return {
    workspaceId,
    productIds: productRows.map((row) => row.id),
    planIds: planRows.map((row) => row.id),
  };
}
