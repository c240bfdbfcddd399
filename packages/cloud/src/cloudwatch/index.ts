export { createAlarmReader } from "./create-alarm-reader";
