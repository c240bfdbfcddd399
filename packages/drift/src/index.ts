export { type DifferenceToRevert, listDifferencesToRevert } from "./queries/list-differences-to-revert";
