export { differenceText } from "./difference-text";
export { toEstimateHtml } from "./estimate-html";
export { toComparisonTable, toEstimateTable } from "./estimate-table";
export { toInfracostJson } from "./infracost-json";
export { isMore, moneyText } from "./money-text";
export { readUsageFile } from "./read-usage-file";
