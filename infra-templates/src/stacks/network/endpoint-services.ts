/**
 * AWS services that the environment's machines and pods speak to, with the share of an environment's NAT data
 * that moves to each endpoint (assumed: image layers and logs are most of it; the bulk of S3 and DynamoDB
 * goes through the free gateway endpoints). Logical ids derive from `id`. All of them exist in every
 * supported region.
 */
export const ENDPOINT_SERVICES = [
  { id: "EcrApi", service: "ecr.api", share: 0.01 },
  { id: "EcrImages", service: "ecr.dkr", share: 0.05 },
  { id: "Sts", service: "sts", share: 0.01 },
  { id: "Logs", service: "logs", share: 0.2 },
  { id: "Monitoring", service: "monitoring", share: 0.02 },
  { id: "SecretsManager", service: "secretsmanager", share: 0.01 },
  { id: "Kms", service: "kms", share: 0.01 },
  { id: "Ssm", service: "ssm", share: 0.01 },
  { id: "SsmMessages", service: "ssmmessages", share: 0.01 },
  { id: "Ec2Messages", service: "ec2messages", share: 0.01 },
  { id: "Ec2", service: "ec2", share: 0.02 },
  { id: "Eks", service: "eks", share: 0.01 },
  { id: "EksAuth", service: "eks-auth", share: 0.01 },
  { id: "LoadBalancing", service: "elasticloadbalancing", share: 0.01 },
  { id: "Sqs", service: "sqs", share: 0.05 },
  { id: "Events", service: "events", share: 0.05 },
  { id: "Prometheus", service: "aps-workspaces", share: 0.05 },
] as const;

export const endpointId = (service: { id: string }) => `${service.id}Endpoint`;
