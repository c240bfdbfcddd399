/**
 * What an unknown text may turn out to be: each word sends some model another way. A test holds the list
 * against the words that models compare with, and against every text in the forms that models are tried in.
 */
export const UNKNOWN_WORDS: readonly string[] = [
  "?",
  "true",
  "false",
  // Kinds of compute and how it is bought.
  ...["SPOT", "spot", "ON_DEMAND", "default", "dedicated", "host", "unlimited", "standard", "STANDARD"],
  ...["t3.medium", "t2.micro", "t4g.small", "m7g.large", "r3.xlarge", "c3.large", "ra3.large", "dc2.large"],
  ...["FARGATE", "FARGATE_SPOT", "EC2", "EXTERNAL", "ARM64", "arm64", "x86_64", "WINDOWS_SERVER_2022_CORE"],
  ...["AL2023_x86_64_STANDARD", "BOTTLEROCKET_ARM_64", "WINDOWS_CORE_2022_x86_64", "AL2_x86_64"],
  ...["ARM_CONTAINER", "LINUX_GPU_CONTAINER", "WINDOWS_SERVER_2019_CONTAINER", "BUILD_GENERAL1_MEDIUM"],
  ...["512", "1024", "4 vCPU", "8 GB", "1.33", "1.20", "1.99", "tier-xl"],
  // Storage.
  ...["gp2", "gp3", "io1", "io2", "st1", "sc1", "aurora-iopt1", "/dev/xvda", "/dev/sdf"],
  ...["STANDARD_INFREQUENT_ACCESS", "INFREQUENT_ACCESS", "DEEP_ARCHIVE", "GLACIER", "INTELLIGENT_TIERING"],
  ...["STANDARD_IA", "ONEZONE_IA", "AFTER_30_DAYS", "elastic", "provisioned", "bursting", "PERSISTENT_1"],
  // Databases and caches.
  ...["mysql", "postgres", "mariadb", "aurora-mysql", "aurora-postgresql", "oracle-ee", "oracle-se2"],
  ...["sqlserver-ex", "sqlserver-ee", "docdb", "neptune", "redis", "valkey", "memcached", "serverless"],
  ...["4.0.10", "5.0.6", "5.7", "5.7.44", "5.7.mysql_aurora.2.12.6", "8.0", "8.0.39", "8.4.3", "10.6.1"],
  ...[
    "11.22",
    "12.19",
    "13.12",
    "14.9",
    "15.4",
    "16.4",
    "17.2",
    "7.1",
    "open-source-rds-extended-support-disabled",
  ],
  ...[
    "db.serverless",
    "db.t3.medium",
    "db.t4g.micro",
    "db.m7g.large",
    "db.r5.large",
    "bring-your-own-license",
  ],
  ...[
    "license-included",
    "cache.m7g.xlarge",
    "cache.t4g.micro",
    "PROVISIONED",
    "PAY_PER_REQUEST",
    "ON_DEMAND",
  ],
  ...["advanced", "m4.large.search", "kafka.m7g.large", "express.m7g.large", "mq.m5.large", "dms.t3.medium"],
  ...["RABBITMQ", "ACTIVEMQ", "ActiveMQ", "cluster_multi_az", "CLUSTER_MULTI_AZ", "ACTIVE_STANDBY_MULTI_AZ"],
  ...["SINGLE_INSTANCE"],
  // What is switched on, and names that cost more than others.
  ...[
    "ENABLED",
    "DISABLED",
    "iopt1",
    "*.example.com",
    "amazon-guardduty-agent",
    "amazon-cloudwatch-observability",
  ],
  ...[
    "client_credentials",
    "WINDOWS_SERVER_2019_CORE",
    "LINUX",
    "arn:aws:kafka:us-east-1:1:cluster/a",
    "Premium",
  ],
  // What scales.
  ...["dynamodb:table:ReadCapacityUnits", "dynamodb:table:WriteCapacityUnits"],
  ...["dynamodb:index:ReadCapacityUnits", "dynamodb:index:WriteCapacityUnits", "ecs:service:DesiredCount"],
  ...["elasticache:replication-group:NodeGroups", "elasticache:replication-group:Replicas"],
  ...["kafka:broker-storage:VolumeSize"],
  // The edge and the network.
  ...["application", "network", "gateway", "internal", "internet-facing", "ipv4", "dualstack"],
  ...["dualstack-without-public-ipv4", "Gateway", "Interface", "GatewayLoadBalancer", "public", "private"],
  ...[
    "regional",
    "zonal",
    "vip",
    "sni-only",
    "CLOUDFRONT",
    "REGIONAL",
    "TARGETED",
    "COMMON",
    "HTTP",
    "HTTPS",
  ],
  ...["HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP", "WEBSOCKET", "non_aws", "us-east-1", "eu-west-1"],
  ...["ap-northeast-2", "byoip", "amazon", "AWSManagedRulesBotControlRuleSet", "AWSManagedRulesATPRuleSet"],
  ...["AWSManagedRulesACFPRuleSet", "AWSManagedRulesAntiDDoSRuleSet", "AWSManagedRulesCommonRuleSet"],
  // Messages, jobs, keys and watching.
  ...["EXPRESS", "Advanced", "Intelligent-Tiering", "Standard", "RSA_2048", "ECC_NIST_P256", "HMAC_256"],
  ...["SYMMETRIC_DEFAULT", "SHORT_LIVED_CERTIFICATE", "GENERAL_PURPOSE", "DAILY", "CONTINUOUS"],
  ...["LessThanLowerThreshold", "GreaterThanThreshold", "eventCategory", "Management", "ApiCallRateInsight"],
  ...[
    "pythonshell",
    "glueetl",
    "gluestreaming",
    "G.1X",
    "G.2X",
    "G.8X",
    "Flex",
    "rate(5 minutes)",
    "rate(1 hour)",
  ],
  ...[
    "rate(0 minute)",
    "cron(0 * * * ? *)",
    "sqs",
    "email",
    "http",
    "https",
    "sms",
    "lambda",
    "firehose",
    "kms",
  ],
];

/** What stands in lists of texts, where it decides a price. */
export const UNKNOWN_ITEMS: readonly string[] = [
  ...["arm64", "x86_64", "t3.medium", "m7g.large", "FARGATE", "FARGATE_SPOT", "EC2", "Management", "sqs"],
];
