import type { Contact } from "../schema";
import { withScope } from "../client";
import type { Scope } from "../scope";

/** A person at the customer, with the last time both sides spoke; null when never or not recorded. */
export type CallableContact = Pick<Contact, "id" | "name" | "role" | "jobTitle" | "language"> & {
  lastTwoWayAt: string | null;
  lastTwoWayChannel: string | null;
};

/** Whom to call at an account as of an instant: champion first, then sponsor, users, billing; who has left is left out. */
export async function listCallableContacts(
  scope: Scope,
  { accountId, asOf, limit }: { accountId: string; asOf: Date; limit: number },
): Promise<CallableContact[]> {
  const at = asOf.toISOString();
  const rows = await withScope(
    scope,
    ({ sql }) => sql<CallableContact[]>`
      select c.id, c.name, c.role, c.job_title as "jobTitle", c.language, t.occurred_at as "lastTwoWayAt",
        t.channel as "lastTwoWayChannel"
      from contacts c left join lateral (
        select occurred_at, channel from touches t
        where t.workspace_id = c.workspace_id and t.account_id = c.account_id and t.contact_id = c.id and t.is_two_way
          and t.occurred_at <= ${at}::timestamptz and t.recorded_at <= ${at}::timestamptz
        order by t.occurred_at desc limit 1) t on true
      where c.workspace_id = ${scope.workspaceId}::uuid and c.account_id = ${accountId}::uuid
        and c.recorded_at <= ${at}::timestamptz and (c.left_at is null or c.left_at > ${at}::timestamptz)
      order by array_position(array['champion', 'sponsor', 'user', 'billing'], c.role), t.occurred_at desc nulls last, c.id
      limit ${limit}`,
  );
  return rows.map((row) => ({
    ...row,
    lastTwoWayAt: row.lastTwoWayAt === null ? null : new Date(row.lastTwoWayAt).toISOString(),
  }));
}
