import type { z } from "zod";
import type { SettingsModel, Size } from "../model/settings-model";
import { trafficSection } from "./form";
import { TRAFFIC_SIZES, trafficSettings } from "./settings";

/** The traffic that a blueprint's price is reckoned with, of as many settings as `schema` picks of them. */
export function trafficOf<Schema extends z.ZodObject>(schema: Schema): SettingsModel<"traffic", Schema> {
  const isPicked = (name: string) => Object.hasOwn(schema.shape, name);
  const sizeOf = (size: Size) =>
    schema.parse(Object.fromEntries(Object.entries(TRAFFIC_SIZES[size]).filter(([name]) => isPicked(name))));
  const fields = trafficSection.fields.filter(({ path }) => isPicked(path.slice("traffic.".length)));
  return {
    key: "traffic",
    schema,
    sizes: {
      dev: sizeOf("dev"),
      staging: sizeOf("staging"),
      loadtest: sizeOf("loadtest"),
      prod: sizeOf("prod"),
    },
    section: { ...trafficSection, fields },
  };
}

export const traffic = trafficOf(trafficSettings);
