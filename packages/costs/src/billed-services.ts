/** AWS's names on the bill (Cost Explorer's dimension SERVICE) for what estimates call otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  "Amazon API Gateway": "API Gateway",
  "Amazon EC2 Container Registry (ECR)": "ECR",
  "Amazon Elastic Block Store": "EBS",
  "Amazon Elastic Compute Cloud - Compute": "EC2",
  "Amazon Elastic Container Registry Public": "ECR",
  "Amazon Elastic Container Service": "ECS",
  "Amazon Elastic Container Service for Kubernetes": "EKS",
  "Amazon Elastic File System": "EFS",
  "Amazon Elastic Kubernetes Service": "EKS",
  "Amazon Elastic Load Balancing": "Load balancing",
  "Amazon Managed Grafana": "Managed Grafana",
  "Amazon Managed Service for Prometheus": "Managed Prometheus",
  "Amazon Managed Streaming for Apache Kafka": "MSK",
  "Amazon OpenSearch Service": "OpenSearch",
  "Amazon Relational Database Service": "RDS",
  "Amazon Simple Notification Service": "SNS",
  "Amazon Simple Queue Service": "SQS",
  "Amazon Simple Storage Service": "S3",
  "Amazon Virtual Private Cloud": "VPC",
  AmazonCloudWatch: "CloudWatch",
  "AWS Data Transfer": "Data transfer",
  "AWS Key Management Service": "KMS",
  "CloudWatch Events": "EventBridge",
  // Besides volumes and snapshots it holds NAT gateways, but every bill has this line and no reader expects
  // it to be split.
  "EC2 - Other": "EC2",
};

/** How estimates name a service of the bill: "Amazon DynamoDB" → "DynamoDB". */
export function serviceOfBill(name: string): string {
  return NAMES[name] ?? name.replace(/^(Amazon|AWS)\s+/, "");
}
