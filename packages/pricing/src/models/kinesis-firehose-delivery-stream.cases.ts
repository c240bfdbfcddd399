import type { TypeCases } from "../../testing/cases";
import { defined, first } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "a delivery stream in London: 1,000 GB at the first tier (Infracost: kinesis_firehose_delivery_stream)",
      region: "eu-west-2",
      usage: { monthly_data_ingested_gb: 1000 },
      parts: [[1000, "0.035"]],
    },
  ],
  variants: [
    {
      ExtendedS3DestinationConfiguration: { DataFormatConversionConfiguration: {} },
      ElasticsearchDestinationConfiguration: { VpcConfiguration: { SubnetIds: ["a"] } },
    },
  ],
  terraform: {
    aws_kinesis_firehose_delivery_stream: ({ extended_s3_configuration, elasticsearch_configuration }) => {
      const conversion = first(first(extended_s3_configuration)?.data_format_conversion_configuration);
      const vpc = first(first(elasticsearch_configuration)?.vpc_config);
      return defined({
        ExtendedS3DestinationConfiguration: conversion && {
          DataFormatConversionConfiguration: { Enabled: conversion.enabled ?? true },
        },
        ElasticsearchDestinationConfiguration: vpc && { VpcConfiguration: { SubnetIds: vpc.subnet_ids } },
      });
    },
  },
} satisfies TypeCases;
