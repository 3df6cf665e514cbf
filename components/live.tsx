"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { useQueryClient } from "@tanstack/react-query";

const REFRESH_MS = 2000;

/**
 * One piece of news. Scores and imports change whatever is shown; jobs only move a progress bar, kept under the
 * query key ["jobs"], and would redraw a page far too often.
 */
type News = { kind: "scores" | "imports" | "jobs" };

/**
 * Keeps the page in step with the database. All tabs of a browser share one stream, because browsers allow
 * six connections to a host: the tab that holds the lock reads it and tells the others.
 */
export function Live({ workspaceId }: { workspaceId: string }) {
  const router = useRouter();
  const queries = useQueryClient();

  useEffect(() => {
    const refresh = throttled(() => router.refresh());
    function take(news: News) {
      if (news.kind === "jobs") {
        void queries.invalidateQueries({ queryKey: ["jobs"] });
      } else {
        void queries.invalidateQueries();
        refresh.call();
      }
    }
    const name = `vafa-live-${workspaceId}`;
    const channel = new BroadcastChannel(name);
    channel.onmessage = (event: MessageEvent<News>) => take(event.data);
    const stop = new AbortController();
    listenAsOneOfMany(name, stop.signal, (news) => {
      channel.postMessage(news);
      take(news);
    });
    return () => {
      stop.abort();
      channel.close();
      refresh.cancel();
    };
  }, [router, queries, workspaceId]);

  return null;
}

function listenAsOneOfMany(name: string, stop: AbortSignal, onNews: (news: News) => void): void {
  if ("locks" in navigator) {
    navigator.locks
      .request(name, { signal: stop }, () => listen(stop, onNews))
      .catch((fault: unknown) => {
        if (!stop.aborted) throw fault;
      });
  } else {
    // Locks need https or localhost; without them each tab listens for itself.
    void listen(stop, onNews);
  }
}

function listen(stop: AbortSignal, onNews: (news: News) => void): Promise<void> {
  return new Promise((done) => {
    const source = new EventSource("/api/live");
    let wasOpen = false;
    source.onopen = () => {
      // While the line was down anything may have changed.
      if (wasOpen) onNews({ kind: "scores" });
      wasOpen = true;
    };
    source.onmessage = (event: MessageEvent<string>) => onNews(JSON.parse(event.data) as News);
    stop.addEventListener("abort", () => {
      source.close();
      done();
    });
  });
}

/** At most one call in REFRESH_MS, the last one included, and none while the tab is hidden. */
function throttled(act: () => void): { call: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = 0;
  function call() {
    if (timer !== undefined) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        lastAt = Date.now();
        if (document.visibilityState === "visible") act();
        else document.addEventListener("visibilitychange", call, { once: true });
      },
      Math.max(0, lastAt + REFRESH_MS - Date.now()),
    );
  }
  return {
    call,
    cancel() {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", call);
    },
  };
}
