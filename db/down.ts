const UNREACHABLE =
  /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|EPIPE|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_|08...$|57P0[123]$|53300$)/;

/** Whether an error means that the database does not answer at all (as opposed to refusing a statement). */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  const inner = error instanceof AggregateError ? error.errors : [];
  return UNREACHABLE.test(code) || inner.some(isDatabaseDown) || isDatabaseDown(error.cause);
}
