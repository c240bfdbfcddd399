import amazonApiGateway from "./amazon-api-gateway.json";
import amazonAurora from "./amazon-aurora.json";
import amazonCloudFront from "./amazon-cloud-front.json";
import amazonCloudWatch from "./amazon-cloud-watch.json";
import amazonCognito from "./amazon-cognito.json";
import amazonDocDb from "./amazon-doc-db.json";
import amazonDynamoDb from "./amazon-dynamo-db.json";
import amazonEbs from "./amazon-ebs.json";
import amazonEc2 from "./amazon-ec2.json";
import amazonEc2Spot from "./amazon-ec2-spot.json";
import amazonEcr from "./amazon-ecr.json";
import amazonEcs from "./amazon-ecs.json";
import amazonEfs from "./amazon-efs.json";
import amazonEks from "./amazon-eks.json";
import amazonElastiCache from "./amazon-elasti-cache.json";
import amazonEventBridge from "./amazon-event-bridge.json";
import amazonKinesis from "./amazon-kinesis.json";
import amazonKinesisFirehose from "./amazon-kinesis-firehose.json";
import amazonManagedGrafana from "./amazon-managed-grafana.json";
import amazonManagedPrometheus from "./amazon-managed-prometheus.json";
import amazonMq from "./amazon-mq.json";
import amazonMsk from "./amazon-msk.json";
import amazonOpenSearch from "./amazon-open-search.json";
import amazonRds from "./amazon-rds.json";
import amazonRedshift from "./amazon-redshift.json";
import amazonRoute53 from "./amazon-route53.json";
import amazonS3 from "./amazon-s3.json";
import amazonSns from "./amazon-sns.json";
import amazonSqs from "./amazon-sqs.json";
import amazonVpc from "./amazon-vpc.json";
import awsBackup from "./aws-backup.json";
import awsCertificateManager from "./aws-certificate-manager.json";
import awsCloudTrail from "./aws-cloud-trail.json";
import awsCodeBuild from "./aws-code-build.json";
import awsConfig from "./aws-config.json";
import awsDataTransfer from "./aws-data-transfer.json";
import awsDatabaseMigrationService from "./aws-database-migration-service.json";
import awsFaultInjectionService from "./aws-fault-injection-service.json";
import awsGlobalAccelerator from "./aws-global-accelerator.json";
import awsGlue from "./aws-glue.json";
import awsLambda from "./aws-lambda.json";
import awsPrivateCa from "./aws-private-ca.json";
import awsSecretsManager from "./aws-secrets-manager.json";
import awsSecurityHub from "./aws-security-hub.json";
import awsStepFunctions from "./aws-step-functions.json";
import awsSystemsManager from "./aws-systems-manager.json";
import awselb from "./awselb.json";
import awskms from "./awskms.json";
import awswaf from "./awswaf.json";

/** Every file of the price book as it stands on disk; `createPriceBook` checks it. */
export const priceFiles: readonly unknown[] = [
  amazonApiGateway,
  amazonAurora,
  amazonCloudFront,
  amazonCloudWatch,
  amazonCognito,
  amazonDocDb,
  amazonDynamoDb,
  amazonEbs,
  amazonEc2Spot,
  amazonEc2,
  amazonEcr,
  amazonEcs,
  amazonEfs,
  amazonEks,
  amazonElastiCache,
  amazonEventBridge,
  amazonKinesisFirehose,
  amazonKinesis,
  amazonManagedGrafana,
  amazonManagedPrometheus,
  amazonMq,
  amazonMsk,
  amazonOpenSearch,
  amazonRds,
  amazonRedshift,
  amazonRoute53,
  amazonS3,
  amazonSns,
  amazonSqs,
  amazonVpc,
  awsBackup,
  awsCertificateManager,
  awsCloudTrail,
  awsCodeBuild,
  awsConfig,
  awsDataTransfer,
  awsDatabaseMigrationService,
  awsFaultInjectionService,
  awsGlobalAccelerator,
  awsGlue,
  awsLambda,
  awsPrivateCa,
  awsSecretsManager,
  awsSecurityHub,
  awsStepFunctions,
  awsSystemsManager,
  awselb,
  awskms,
  awswaf,
];
