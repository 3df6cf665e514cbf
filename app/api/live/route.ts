import { gateApi } from "@/auth";
import { listenForChanges } from "@/db/notify";

export const dynamic = "force-dynamic";

/** Comment lines keep proxies from closing a silent stream. */
const PING_MS = 25_000;

/** Server-sent events: which kind of thing changed in the caller's workspace. Carries no data; pages read again what they show. */
export async function GET(request: Request): Promise<Response> {
  const gate = await gateApi();
  if (gate === null) return new Response(null, { status: 401 });
  const { workspaceId } = gate.scope;
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const stop = await listenForChanges((change) => {
        if (change.workspaceId === workspaceId) send(`data: ${JSON.stringify({ kind: change.kind })}\n\n`);
      });
      const ping = setInterval(() => send(": still here\n\n"), PING_MS);
      send("retry: 3000\n\n");
      request.signal.addEventListener("abort", () => {
        clearInterval(ping);
        void stop();
        controller.close();
      });
    },
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
