import { perHour, perUsage } from "../components";
import type { ComponentDraft } from "../cost-model";
import type { UsageReader } from "../usage";

/** Hours of an attachment and data processed, as Infracost names them. */
export function attachmentCharges(usage: UsageReader): ComponentDraft[] {
  return [attachmentHours("Transit gateway attachment"), attachmentData(usage)];
}

export function attachmentHours(name: string): ComponentDraft {
  return perHour({ name, price: { service: "AmazonVPC", sku: "Transit Gateway attachment" } });
}

function attachmentData(usage: UsageReader): ComponentDraft {
  return perUsage({
    name: "Data processed",
    unit: "GB",
    price: { service: "AmazonVPC", sku: "Transit Gateway data" },
    usageKey: "monthly_data_processed_gb",
    figure: usage.get("monthly_data_processed_gb"),
  });
}
