import { NextResponse, type NextFetchEvent, type NextRequest } from "next/server";
import { withSession } from "@/auth";

/** They prove themselves by key, by link or not at all. */
const OPEN = /^\/(?:api|v1|c|healthz|readyz|metrics)(?:\/|$)/;
const SIGN_IN = "/sign-in";
const YEAR_S = 365 * 24 * 60 * 60;

const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** Before every page: who is not signed in goes to sign-in, and every answer carries the security headers. */
export default async function proxy(request: NextRequest, event: NextFetchEvent): Promise<Response> {
  const nonce = btoa(crypto.randomUUID());
  const answer = () => secured(request, nonce);
  if (OPEN.test(request.nextUrl.pathname)) return answer();
  return withSession(request, event, (isSignedIn) =>
    isSignedIn || request.nextUrl.pathname === SIGN_IN ? answer() : toSignIn(request),
  );
}

// Files of the build and of public/ are the same for everybody and carry no page.
export const config = { matcher: ["/((?!_next/|[^/]+\\.(?:svg|png|ico|txt|webmanifest)$).*)"] };

function toSignIn(request: NextRequest): Response {
  const url = request.nextUrl.clone();
  const { pathname, search } = request.nextUrl;
  url.pathname = SIGN_IN;
  url.search = pathname === "/" ? "" : new URLSearchParams({ to: pathname + search }).toString();
  return NextResponse.redirect(url);
}

function secured(request: NextRequest, nonce: string): Response {
  const isHttps = isSecure(request);
  const policy = contentSecurityPolicy(nonce, isHttps);
  // Next reads the nonce from the request's policy and puts it on the scripts it writes.
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  if (isHttps) response.headers.set("Strict-Transport-Security", `max-age=${YEAR_S}`);
  return response;
}

function isSecure(request: NextRequest): boolean {
  const forwarded = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  return (forwarded ?? request.nextUrl.protocol.replace(":", "")) === "https";
}

function contentSecurityPolicy(nonce: string, isHttps: boolean): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  const script = `'self' 'nonce-${nonce}' 'strict-dynamic'`;
  return [
    "default-src 'self'",
    `script-src ${script}${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Charts and bars set their sizes as attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
