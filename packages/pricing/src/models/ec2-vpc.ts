import { message } from "@greenroom/messages";
import { derive, perUsage, perUsageInTiers } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";
import type { UsageReader } from "../usage";

const TERABYTE_GB = 1024;
const INTERNET = "monthly_outbound_internet_gb";
const REGIONS = "monthly_outbound_other_regions_gb";
const ZONES = "monthly_intra_region_gb";
const US_EAST = "monthly_outbound_us_east_to_us_east_gb";

/**
 * A network is free; data transfer, which belongs to no resource of a template, is given as usage of the VPC
 * that it leaves: out to the internet in tiers (`monthly_outbound_internet_gb`; what CloudFront fetches is
 * free), to other regions (`monthly_outbound_other_regions_gb`), between zones, charged in both directions
 * (`monthly_intra_region_gb`), and between the two regions of the US east. Usage `region`, which Infracost's
 * figures of data transfer have, names the region it leaves when that is not the stack's. Not covered: the
 * 100 GB an account has free, peering, Direct Connect.
 */
export const ec2Vpc: CostModel = {
  type: "AWS::EC2::VPC",
  service: "Data transfer",
  reads: [],
  notPriced: [["InstanceTenancy", /^dedicated$/], "VpcEncryptionControl"],
  withoutInfluence: "Ipv4NetmaskLength CidrBlock Ipv4IpamPoolId EnableDnsSupport EnableDnsHostnames",
  usageKeys: [INTERNET, REGIONS, ZONES, US_EAST, "region.<region>"],
  freeBecause: ({ usage }) =>
    [INTERNET, REGIONS, ZONES, US_EAST].some((key) => usage.get(key))
      ? null
      : message("pricing.free.networkWithoutTransfer"),
  components: (input) => [
    ...(input.usage.get(ZONES) ? [betweenZones(input)] : []),
    ...(input.usage.get(INTERNET) ? outToInternet(input) : []),
    ...gigabytes(input, US_EAST, "Outbound data transfer to US East regions", "between US East regions"),
    ...gigabytes(input, REGIONS, "Outbound data transfer to other regions", "out to other AWS region"),
  ],
};

function betweenZones({ usage }: ModelInput): ComponentDraft {
  return perUsage({
    name: "Intra-region data transfer",
    unit: "GB",
    price: transfer("between AZs, each direction", usage),
    usageKey: ZONES,
    figure: derive(usage.get(ZONES), (gb) => gb.times(2)),
  });
}

function outToInternet({ usage }: ModelInput): ComponentDraft[] {
  const tier = (name: string, sku: string, upToTb?: number) => ({
    name: `Outbound data transfer to Internet (${name})`,
    ...(upToTb && { upTo: upToTb * TERABYTE_GB }),
    price: transfer(`out to internet, ${sku}`, usage),
  });
  return perUsageInTiers({ unit: "GB", usageKey: INTERNET, figure: usage.get(INTERNET) }, [
    tier("first 10TB", "first 10 TB", 10),
    tier("next 40TB", "next 40 TB", 50),
    tier("next 100TB", "next 100 TB", 150),
    tier("over 150TB", "over 150 TB"),
  ]);
}

function gigabytes({ usage }: ModelInput, usageKey: string, name: string, sku: string): ComponentDraft[] {
  const figure = usage.get(usageKey);
  return figure ? [perUsage({ name, unit: "GB", price: transfer(sku, usage), usageKey, figure })] : [];
}

function transfer(sku: string, usage: UsageReader): PriceKey {
  const region = usage.choice("region");
  return { service: "AWSDataTransfer", sku, ...(region && { region }) };
}
