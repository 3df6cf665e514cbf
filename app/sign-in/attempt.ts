import type { MessageParams } from "@/lib/answer";

/** What the form shows after a try: the address typed, a message and the fields at fault. Never the password. */
export type SignInAttempt = {
  email: string;
  message: string | null;
  params: MessageParams;
  fields: { email?: string; password?: string };
};

export const FIRST_ATTEMPT: SignInAttempt = { email: "", message: null, params: {}, fields: {} };
