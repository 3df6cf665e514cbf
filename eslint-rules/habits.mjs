/** Small rules of one pattern each: where something is found that belongs elsewhere, the message says where. */

/** A rule from a list of [selector, message]. */
function forbid(list) {
  return {
    meta: { type: "problem", schema: [] },
    create: (context) =>
      Object.fromEntries(
        list.map(([selector, message]) => [selector, (node) => context.report({ node, message })]),
      ),
  };
}

const WORDS = "Words belong to the catalogues in lib/words/: use a message key.";
const LETTERS = "/[\\p{L}\\p{N}]/u";
const SPOKEN =
  "/^(alt|aria-(label|description|placeholder|roledescription|valuetext)|label|placeholder|title)$/";

// What is printed on a key of the keyboard is no word.
const ELEMENT = ":matches(JSXElement, JSXFragment):not([openingElement.name.name=/^[Kk]bd$/])";
const SHOWN = `${ELEMENT} > JSXExpressionContainer`;
const CHOICE = ":matches(ConditionalExpression, LogicalExpression)";

/** Text in JSX that a reader of another language could not read. */
export const words = forbid([
  [`${ELEMENT} > JSXText[value=${LETTERS}]`, WORDS],
  [`${SHOWN} > Literal[value=${LETTERS}]`, WORDS],
  [`${SHOWN} > ${CHOICE} > Literal[value=${LETTERS}]`, WORDS],
  [`${SHOWN} > TemplateLiteral > TemplateElement[value.raw=${LETTERS}]`, WORDS],
  [`JSXAttribute[name.name=${SPOKEN}] > Literal[value=/\\p{L}/u]`, WORDS],
  [`JSXAttribute[name.name=${SPOKEN}] > JSXExpressionContainer > Literal[value=/\\p{L}/u]`, WORDS],
]);

const CLOCK =
  "lib/ has no clock: take `now` or `asOf` as an argument; the caller in app/, flows/ or scripts/ knows it.";

/** The clock and chance, which would make a pure function answer differently tomorrow. */
export const clock = forbid([
  ["CallExpression[callee.object.name='Date'][callee.property.name='now']", CLOCK],
  ["NewExpression[callee.name='Date'][arguments.length=0]", CLOCK],
  ["CallExpression[callee.name='Date']", CLOCK],
  ["CallExpression[callee.object.name='performance'][callee.property.name='now']", CLOCK],
  [
    "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    "lib/ has no chance: take a seeded generator as an argument.",
  ],
]);

const PROCESS_ENV = "MemberExpression[object.name='process'][property.name='env']";
const ENVIRONMENT = "Settings are read in lib/env.ts only: add the key to lib/settings.mjs and call env().";

/** The environment, except the two values that Next replaces while it builds. */
export const environment = forbid([
  [`MemberExpression[property.name!=/^(NODE_ENV|NEXT_RUNTIME)$/] > ${PROCESS_ENV}.object`, ENVIRONMENT],
  [`:not(MemberExpression) > ${PROCESS_ENV}`, ENVIRONMENT],
]);

const SIDES =
  /^(?:[^\s]*:)?!?-?(?:(?:scroll-)?[mp][lr]-\S+|(?:left|right)-\S+|text-(?:left|right)|float-(?:left|right)|clear-(?:left|right)|border-[lr](?:-\S+)?|rounded-(?:[lr]|[tb][lr])(?:-\S+)?)$/;

/** Classes and styles that name a side: they would stay where they are when the page runs right to left. */
export const sides = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const report = (node, name) =>
      context.report({
        node,
        message: `"${name}" stays put in Persian and Arabic. Use the logical one: ms- me- ps- pe- start- end- border-s rounded-e text-start …`,
      });
    const check = (node, text) => {
      const found = text.split(/\s+/).find((token) => SIDES.test(token));
      if (found) report(node, found);
    };
    return {
      Literal: (node) => typeof node.value === "string" && check(node, node.value),
      TemplateElement: (node) => check(node, node.value.raw),
      "JSXAttribute[name.name='style'] Property[key.name=/^(left|right|(margin|padding|border)(Left|Right).*)$/]":
        (node) => report(node, node.key.name),
    };
  },
};
