export { createCostExplorer } from "./create-cost-explorer";
