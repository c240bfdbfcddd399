import { by, type Flow, type Leg, type LegKind } from "./flow";

/**
 * A flow between places that are spread evenly over the zones: one in so many stays in its own zone, the
 * others cross.
 * @param crossing who pays for crossing: both sides between machines, one side where a service of AWS is the
 * other
 * @param onward the rest of the path
 */
export function spread(
  zones: number,
  crossing: Extract<LegKind, "acrossZones" | "acrossZonesToService">,
  flow: Omit<Flow, "path">,
  onward: readonly Leg[] = [],
): Flow[] {
  return [
    { ...flow, path: [...by("withinZone"), ...onward], gb: flow.gb / zones },
    { ...flow, path: [...by(crossing), ...onward], gb: (flow.gb * (zones - 1)) / zones },
  ];
}
