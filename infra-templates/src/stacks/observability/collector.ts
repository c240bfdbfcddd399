/**
 * Configuration of the add-on adot, which runs no collector without one: it scrapes nodes and annotated pods
 * into Managed Prometheus and, where traces are wanted, takes OTLP and sends them to X-Ray. The service
 * accounts of its collectors are the add-on's. Source:
 * https://aws-otel.github.io/docs/getting-started/adot-eks-add-on/add-on-configuration-collector-deployment
 * @param endpoint of the workspace, with the slash at its end
 */
export function collectorConfiguration(endpoint: string | null, isTracing: boolean): object {
  return {
    collector: {
      ...(endpoint !== null && {
        prometheusMetrics: {
          pipelines: { metrics: { amp: { enabled: true }, emf: { enabled: false } } },
          exporters: { prometheusremotewrite: { endpoint: `${endpoint}api/v1/remote_write` } },
        },
      }),
      ...(isTracing && { otlpIngest: { pipelines: { traces: { xray: { enabled: true } } } } }),
    },
  };
}

/**
 * Configuration of the add-on amazon-cloudwatch-observability: metrics of Container Insights only. Enhanced
 * observability is charged by each observation and is off; logs of containers go where the services send
 * them. Source:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/install-CloudWatch-Observability-EKS-addon.html
 */
export const INSIGHTS_CONFIGURATION = {
  agent: {
    config: { logs: { metrics_collected: { kubernetes: { enhanced_container_insights: false } } } },
  },
  containerLogs: { enabled: false },
};
