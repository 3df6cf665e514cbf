import { connection, type Tx } from "./client";
import type { Scope } from "./scope";

/** What pages may have to read again. */
export type ChangeKind = "scores" | "imports" | "jobs";
export type Change = { workspaceId: string; kind: ChangeKind };

const CHANGED_CHANNEL = "vafa_changed";

/** Tells every open page of the workspace, when the transaction commits, that something it shows has changed. */
export async function notifyChanged({ sql }: Tx, scope: Scope, kind: ChangeKind): Promise<void> {
  const change: Change = { workspaceId: scope.workspaceId, kind };
  await sql`select pg_notify(${CHANGED_CHANNEL}, ${JSON.stringify(change)})`;
}

/** Hears of changes in all workspaces; the caller passes on only those of its own. Answers how to stop. */
export async function listenForChanges(heard: (change: Change) => void): Promise<() => Promise<void>> {
  const listening = await connection().sql.listen(CHANGED_CHANNEL, (text) =>
    heard(JSON.parse(text) as Change),
  );
  return () => listening.unlisten();
}

/** Hears of workspaces with touched account-days; `connected` also runs after every reconnection, when signals may be lost. */
export async function listenForDirt(
  channel: string,
  heard: (workspaceId: string) => void,
  connected: () => void,
): Promise<() => Promise<void>> {
  const listening = await connection().sql.listen(channel, heard, connected);
  return () => listening.unlisten();
}
