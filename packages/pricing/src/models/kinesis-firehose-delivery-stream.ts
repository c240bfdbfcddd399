import { perHour, perUsage, perUsageInTiers } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";
import { createPropertyReader, type PropertyReader } from "../properties";

const TERABYTE_GB = 1024;
const DATA = "monthly_data_ingested_gb";
/** Destinations that may be reached within a VPC. */
const VPC_DESTINATIONS = [
  "ElasticsearchDestinationConfiguration",
  "AmazonopensearchserviceDestinationConfiguration",
  "AmazonOpenSearchServerlessDestinationConfiguration",
] as const;

/**
 * Covers data ingested in tiers (usage `monthly_data_ingested_gb`; records are rounded up to 5 KB, so give
 * the rounded figure), format conversion where it is on, and delivery into a VPC: data, and hours of each
 * subnet. Not covered: dynamic partitioning, decompression, MSK or snapshot sources, the destination.
 */
export const kinesisFirehoseDeliveryStream: CostModel = {
  type: "AWS::KinesisFirehose::DeliveryStream",
  service: "Firehose",
  reads: [
    "ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration.Enabled",
    ...VPC_DESTINATIONS.map((destination) => `${destination}.VpcConfiguration.SubnetIds[]`),
  ],
  notPriced: [
    "ExtendedS3DestinationConfiguration.DynamicPartitioningConfiguration.Enabled",
    "MSKSourceConfiguration",
    "SnowflakeDestinationConfiguration",
    "IcebergDestinationConfiguration",
    "DatabaseSourceConfiguration",
  ],
  withoutInfluence:
    "DeliveryStreamEncryptionConfigurationInput HttpEndpointDestinationConfiguration " +
    "KinesisStreamSourceConfiguration DeliveryStreamType RedshiftDestinationConfiguration " +
    "AmazonopensearchserviceDestinationConfiguration.IndexRotationPeriod " +
    "AmazonopensearchserviceDestinationConfiguration.ProcessingConfiguration " +
    "AmazonopensearchserviceDestinationConfiguration.ClusterEndpoint " +
    "AmazonopensearchserviceDestinationConfiguration.S3BackupMode " +
    "AmazonopensearchserviceDestinationConfiguration.DocumentIdOptions " +
    "AmazonopensearchserviceDestinationConfiguration.S3Configuration " +
    "AmazonopensearchserviceDestinationConfiguration.BufferingHints " +
    "AmazonopensearchserviceDestinationConfiguration.RetryOptions " +
    "AmazonopensearchserviceDestinationConfiguration.CloudWatchLoggingOptions " +
    "SplunkDestinationConfiguration ExtendedS3DestinationConfiguration.ErrorOutputPrefix " +
    "ExtendedS3DestinationConfiguration.S3BackupConfiguration " +
    "ExtendedS3DestinationConfiguration.CompressionFormat " +
    "ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration.InputFormatConfiguration " +
    "ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration.SchemaConfiguration " +
    "ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration.OutputFormatConfiguration " +
    "ExtendedS3DestinationConfiguration.EncryptionConfiguration " +
    "ExtendedS3DestinationConfiguration.DynamicPartitioningConfiguration.RetryOptions " +
    "ExtendedS3DestinationConfiguration.Prefix " +
    "ExtendedS3DestinationConfiguration.ProcessingConfiguration " +
    "ExtendedS3DestinationConfiguration.S3BackupMode " +
    "ExtendedS3DestinationConfiguration.BufferingHints " +
    "ExtendedS3DestinationConfiguration.CloudWatchLoggingOptions " +
    "ExtendedS3DestinationConfiguration.CustomTimeZone " +
    "ExtendedS3DestinationConfiguration.FileExtension " +
    "AmazonOpenSearchServerlessDestinationConfiguration.S3Configuration " +
    "AmazonOpenSearchServerlessDestinationConfiguration.BufferingHints " +
    "AmazonOpenSearchServerlessDestinationConfiguration.RetryOptions " +
    "AmazonOpenSearchServerlessDestinationConfiguration.CollectionEndpoint " +
    "AmazonOpenSearchServerlessDestinationConfiguration.ProcessingConfiguration " +
    "AmazonOpenSearchServerlessDestinationConfiguration.CloudWatchLoggingOptions " +
    "AmazonOpenSearchServerlessDestinationConfiguration.S3BackupMode " +
    "ElasticsearchDestinationConfiguration.IndexRotationPeriod " +
    "ElasticsearchDestinationConfiguration.ProcessingConfiguration " +
    "ElasticsearchDestinationConfiguration.ClusterEndpoint " +
    "ElasticsearchDestinationConfiguration.S3BackupMode " +
    "ElasticsearchDestinationConfiguration.DocumentIdOptions " +
    "ElasticsearchDestinationConfiguration.S3Configuration " +
    "ElasticsearchDestinationConfiguration.BufferingHints " +
    "ElasticsearchDestinationConfiguration.RetryOptions " +
    "ElasticsearchDestinationConfiguration.CloudWatchLoggingOptions S3DestinationConfiguration " +
    "DirectPutSourceConfiguration",
  usageKeys: [DATA],
  components: (input) => {
    const { usage } = input;
    const figure = usage.get(DATA);
    return [
      ...perUsageInTiers({ unit: "GB", usageKey: DATA, figure }, [
        { name: "Data ingested (first 500TB)", upTo: 500 * TERABYTE_GB, price: tier("first 500TB") },
        { name: "Data ingested (next 1.5PB)", upTo: 2000 * TERABYTE_GB, price: tier("next 1.5PB") },
        // The price list has no end for this tier; the pricing page offers other prices on request beyond 5
        // PB.
        { name: "Data ingested (next 3PB)", price: tier("next 3PB") },
      ]),
      ...formatConversion(input),
      ...vpcDelivery(input),
    ];
  },
};

function formatConversion({ properties, usage }: ModelInput): ComponentDraft[] {
  const conversion = "ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration";
  const isOn = properties.has(conversion) && isEnabled(properties, `${conversion}.Enabled`);
  if (!isOn) return [];
  return [
    perUsage({
      name: "Format conversion",
      unit: "GB",
      price: firehose("Format conversion"),
      usageKey: DATA,
      figure: usage.get(DATA),
    }),
  ];
}

/** Enabled is the default. */
function isEnabled(properties: PropertyReader, path: string): boolean {
  return !properties.has(path) || properties.flag(path);
}

function vpcDelivery({ properties, usage }: ModelInput): ComponentDraft[] {
  const destination = VPC_DESTINATIONS.find((name) => properties.has(`${name}.VpcConfiguration`));
  if (!destination) return [];
  const subnets = createPropertyReader(properties.value(destination)).list("VpcConfiguration.SubnetIds");
  return [
    perUsage({
      name: "VPC data",
      unit: "GB",
      price: firehose("VPC data"),
      usageKey: DATA,
      figure: usage.get(DATA),
    }),
    perHour({
      name: "VPC AZ delivery",
      count: subnets?.length ?? null,
      property: `${destination}.VpcConfiguration.SubnetIds`,
      price: firehose("VPC AZ delivery"),
    }),
  ];
}

function tier(name: string): PriceKey {
  return firehose(`Data ingested (${name})`);
}

function firehose(sku: string): PriceKey {
  return { service: "AmazonKinesisFirehose", sku };
}
