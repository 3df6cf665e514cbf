/** Values a message is written with; dates and numbers are formatted by the page that shows it. */
export type MessageParams = Record<string, string | number>;

/**
 * An expected refusal: what to say, as a key of the catalogues ("errors.noPermission"), and which fields it is about
 * (field name → key). A fault is thrown instead.
 */
export type Refusal = { ok: false; message: string; params?: MessageParams; fields?: Record<string, string> };

/** What a flow or an action answers: done, with what it made, or refused. */
export type Answer<T extends object = object> = ({ ok: true } & T) | Refusal;

/** A refusal with its message key. */
export function refuse(message: string, rest: Omit<Refusal, "ok" | "message"> = {}): Refusal {
  return { ok: false, message, ...rest };
}
