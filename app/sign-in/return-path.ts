const HERE = "http://here.invalid";

/**
 * The path of this site to go to after sign-in, or null for anything else: another host, however it is disguised, the
 * sign-in page itself, a path that only machines read.
 */
export function returnPath(to: unknown): string | null {
  if (typeof to !== "string" || !/^\/(?![/\\])/.test(to) || !URL.canParse(to, HERE)) return null;
  const url = new URL(to, HERE);
  const isPage = !/^\/(?:sign-in|api|v1|c|no-permission)(?:\/|$)/.test(url.pathname);
  return url.origin === HERE && isPage && url.pathname !== "/" ? url.pathname + url.search : null;
}
