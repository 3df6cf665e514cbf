/** What the invented company sells. Codes of features are those of `usage_days.feature`. */
export const FEATURES = [
  { code: 1, key: "orders", name: "Orders", isCore: true },
  { code: 2, key: "planning_board", name: "Planning board", isCore: true },
  { code: 3, key: "route_planner", name: "Route planner", isCore: true },
  { code: 4, key: "driver_app", name: "Driver app", isCore: true },
  { code: 5, key: "billing", name: "Billing", isCore: true },
  { code: 6, key: "reports", name: "Reports", isCore: true },
  { code: 7, key: "automation", name: "Automation", isCore: true },
  { code: 8, key: "forecasting", name: "Forecasting", isCore: true },
  { code: 9, key: "login", name: "Sign-in", isCore: false },
] as const;

/** First value is reached when three people have worked with orders. */
export const KEY_FEATURE = 1;
export const LOGIN_FEATURE = 9;

/** Plans with the core features each includes and the price of a seat for a month, in US dollars. */
export const PLANS = [
  { key: "basic", name: "Basic", core: [1, 2, 3, 5, 6], seatPriceUsd: 26 },
  { key: "business", name: "Business", core: [1, 2, 3, 4, 5, 6, 7], seatPriceUsd: 42 },
  { key: "enterprise", name: "Enterprise", core: [1, 2, 3, 4, 5, 6, 7, 8], seatPriceUsd: 64 },
] as const;

export const PRODUCTS = [
  { key: "platform", name: "Platform" },
  { key: "analytics", name: "Analytics add-on" },
  { key: "integrations", name: "Integrations add-on" },
] as const;

export const SURVEYS = ["nps", "csat", "ces"] as const;

/**
 * What a dollar of the price list is in the currencies of the country packs: the example salaries of the defaults side by side,
 * so that amounts look at home; the others are rounded market rates.
 */
const PRICE_LEVELS: Readonly<Record<string, number>> = {
  SAR: 3,
  AED: 3.2,
  QAR: 3.6,
  KWD: 0.3,
  BHD: 0.38,
  OMR: 0.38,
  IRR: 120_000,
  IQD: 1_300,
};

/** Local amount of a dollar of the price list, in whole units of the currency. */
export function priceLevel(currency: string): number {
  return PRICE_LEVELS[currency] ?? 1;
}
