import { expect, it } from "vitest";
import { z } from "zod";
import { fieldsOf, refusedFields } from "./action";

it("reads a form as an object, a name that occurs twice as a list, without the fields of the framework", () => {
  const form = new FormData();
  form.append("$ACTION_ID_1", "");
  form.append("name", "Sara");
  form.append("team", "a");
  form.append("team", "b");
  expect(fieldsOf(form)).toEqual({ name: "Sara", team: ["a", "b"] });
});

it("answers the first fault of each field by its key, and a general one where the schema names none", () => {
  const schema = z.object({
    email: z.string().min(1, { error: "signIn.emailMissing" }).max(0, { error: "signIn.emailInvalid" }),
    days: z.coerce.number().int().min(5),
  });
  const { error } = schema.safeParse({ email: "", days: "x" });
  expect(error && refusedFields(error)).toEqual({
    ok: false,
    message: "errors.checkFields",
    fields: { email: "signIn.emailMissing", days: "errors.fieldInvalid" },
  });
});
