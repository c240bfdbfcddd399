export { awsCodeOf, awsMessageOf } from "../cloudformation/map-error";
export {
  createPriceList,
  type PriceList,
} from "./create-price-list";
export { createSpotPrices, type SpotPrice, type SpotPrices } from "./create-spot-prices";
export type { PriceListProduct, PriceTier } from "./read-product";
