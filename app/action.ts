import { refresh } from "next/cache";
import { type z } from "zod";
import { gate, type Gate } from "@/auth";
import { isDatabaseDown } from "@/db/down";
import { refuse, type Answer, type Refusal } from "@/lib/answer";
import { may, type Permission } from "@/lib/roles";

type Input = FormData | Record<string, unknown>;

/** What a form calls with its last answer and its fields, and code with null and an object. */
export type Action<T extends object = object> = {
  (previous: Answer<T> | null, input: Input): Promise<Answer<T>>;
  /** What it asks of the caller, so that a test can walk through all doors. */
  door: { may: Permission | null };
};

type Door<Form extends z.ZodType, T extends object> = {
  /** What the role must allow; null when being signed in is enough. */
  may: Permission | null;
  /** Fields as text; coerce numbers. A custom `error` of a check is the key of its message. */
  form: Form;
  /** The work, which writes the audit row; expected refusals are answers, faults are thrown. */
  flow: (gate: Gate, form: z.output<Form>, now: Date) => Promise<Answer<T>>;
};

/**
 * Builds a server action: role, parse, flow, refresh, answer, in this order. Every action is a public endpoint, so none of
 * the steps can be left out. A database that does not answer is said in the answer, so that nothing typed is lost.
 */
export function action<Form extends z.ZodType, T extends object>(door: Door<Form, T>): Action<T> {
  const run = async (_previous: Answer<T> | null, input: Input): Promise<Answer<T>> => {
    try {
      const person = await gate();
      if (door.may !== null && !may(person.role, door.may)) return refuse("errors.noPermission");
      const parsed = door.form.safeParse(input instanceof FormData ? fieldsOf(input) : input);
      if (!parsed.success) return refusedFields(parsed.error);
      const answer = await door.flow(person, parsed.data, new Date());
      if (answer.ok) refresh();
      return answer;
    } catch (error) {
      if (isDatabaseDown(error)) return refuse("errors.databaseDown");
      throw error;
    }
  };
  return Object.assign(run, { door: { may: door.may } });
}

/** The fields of a form as an object; a name that occurs more than once becomes a list. */
export function fieldsOf(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

const KEY = /^[a-z]\w*(\.\w+)+$/i;

/** One message a field, the first fault of each: the key the schema names, else that the value does not fit. */
export function refusedFields({ issues }: z.ZodError): Refusal {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) {
    fields[path.join(".")] ??= KEY.test(message) ? message : "errors.fieldInvalid";
  }
  return refuse("errors.checkFields", { fields });
}
