export { arbitraryOf, hostileBody, type Known, nearlyRight } from "./arbitrary-of";
export { findUnbounded } from "./find-unbounded";
