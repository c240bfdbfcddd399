import type { TrafficSettings } from "../../traffic/settings";
import type { DataSettings } from "./settings";

export interface DataSpec {
  data: DataSettings;
  traffic: TrafficSettings;
}
