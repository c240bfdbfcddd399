export {
  type AccountCharge,
  type AccountEnvironment,
  type AccountFigures,
  type AccountShare,
  walkAccounts,
} from "./account-costs";
export { type AccountQuantity, accountQuantities } from "./account-quantities";
export { adviseOn } from "./advice/advise";
export { readCharges } from "./charges";
export { costsByStack } from "./costs-by-stack";
export { applyDiscounts, type Discount, discountsOf } from "./discounts";
export { type EstimateOptions, estimateTemplates } from "./estimate-templates";
export { PRICE_ALIASES } from "./price-aliases";
export { createPriceBook, defaultPriceBook, type PriceBook, type PriceRow, unitSizeOf } from "./price-book";
export { Decimal, toText } from "./ranges";
export { moneyText } from "./reports/money-text";
export type { StackTemplate } from "./resolve-stacks";
