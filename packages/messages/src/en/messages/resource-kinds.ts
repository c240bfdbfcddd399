/** What people call the CloudFormation types: `AWS::EC2::Subnet` is `resourceKind.EC2.Subnet`. */
export const resourceKinds = {
  resourceKind: {
    ApplicationAutoScaling: {
      ScalableTarget: "{count, plural, one {scaling target} other {scaling targets}}",
      ScalingPolicy: "{count, plural, one {scaling policy} other {scaling policies}}",
    },
    APS: {
      RuleGroupsNamespace: "{count, plural, one {Prometheus rule group} other {Prometheus rule groups}}",
      Workspace: "{count, plural, one {Prometheus workspace} other {Prometheus workspaces}}",
    },
    Backup: {
      BackupPlan: "{count, plural, one {backup plan} other {backup plans}}",
      BackupSelection: "{count, plural, one {backup selection} other {backup selections}}",
      BackupVault: "{count, plural, one {backup vault} other {backup vaults}}",
    },
    CE: {
      AnomalyMonitor: "{count, plural, one {cost anomaly monitor} other {cost anomaly monitors}}",
      AnomalySubscription: "{count, plural, one {cost anomaly alert} other {cost anomaly alerts}}",
    },
    CertificateManager: {
      Certificate: "{count, plural, one {certificate} other {certificates}}",
    },
    CloudFront: {
      CachePolicy: "{count, plural, one {cache policy} other {cache policies}}",
      Distribution: "{count, plural, one {CloudFront distribution} other {CloudFront distributions}}",
      Function: "{count, plural, one {CloudFront function} other {CloudFront functions}}",
      OriginAccessControl: "{count, plural, one {origin access control} other {origin access controls}}",
      ResponseHeadersPolicy:
        "{count, plural, one {response headers policy} other {response headers policies}}",
    },
    CloudTrail: {
      Trail: "{count, plural, one {audit trail} other {audit trails}}",
    },
    CloudWatch: {
      Alarm: "{count, plural, one {alarm} other {alarms}}",
      CompositeAlarm: "{count, plural, one {composite alarm} other {composite alarms}}",
      Dashboard: "{count, plural, one {dashboard} other {dashboards}}",
    },
    Config: {
      ConfigRule: "{count, plural, one {Config rule} other {Config rules}}",
      ConfigurationRecorder: "{count, plural, one {configuration recorder} other {configuration recorders}}",
      DeliveryChannel: "{count, plural, one {Config delivery channel} other {Config delivery channels}}",
    },
    DynamoDB: {
      GlobalTable: "{count, plural, one {DynamoDB global table} other {DynamoDB global tables}}",
      Table: "{count, plural, one {DynamoDB table} other {DynamoDB tables}}",
    },
    EC2: {
      EIP: "{count, plural, one {public address} other {public addresses}}",
      FlowLog: "{count, plural, one {flow log} other {flow logs}}",
      Instance: "{count, plural, one {EC2 instance} other {EC2 instances}}",
      InternetGateway: "{count, plural, one {internet gateway} other {internet gateways}}",
      LaunchTemplate: "{count, plural, one {launch template} other {launch templates}}",
      NatGateway: "{count, plural, one {NAT gateway} other {NAT gateways}}",
      NetworkAcl: "{count, plural, one {network ACL} other {network ACLs}}",
      NetworkAclEntry: "{count, plural, one {network ACL rule} other {network ACL rules}}",
      Route: "{count, plural, one {route} other {routes}}",
      RouteTable: "{count, plural, one {route table} other {route tables}}",
      SecurityGroup: "{count, plural, one {security group} other {security groups}}",
      SecurityGroupEgress: "{count, plural, one {outbound rule} other {outbound rules}}",
      SecurityGroupIngress: "{count, plural, one {inbound rule} other {inbound rules}}",
      Subnet: "{count, plural, one {subnet} other {subnets}}",
      SubnetNetworkAclAssociation:
        "{count, plural, one {network ACL association} other {network ACL associations}}",
      SubnetRouteTableAssociation: "{count, plural, one {route association} other {route associations}}",
      VPC: "{count, plural, one {VPC} other {VPCs}}",
      VPCEndpoint: "{count, plural, one {VPC endpoint} other {VPC endpoints}}",
      VPCGatewayAttachment: "{count, plural, one {gateway attachment} other {gateway attachments}}",
    },
    ECR: {
      Repository: "{count, plural, one {image repository} other {image repositories}}",
    },
    EKS: {
      AccessEntry: "{count, plural, one {cluster access entry} other {cluster access entries}}",
      Addon: "{count, plural, one {EKS add-on} other {EKS add-ons}}",
      Cluster: "{count, plural, one {EKS cluster} other {EKS clusters}}",
      Nodegroup: "{count, plural, one {node group} other {node groups}}",
      PodIdentityAssociation: "{count, plural, one {pod identity} other {pod identities}}",
    },
    ElastiCache: {
      ParameterGroup: "{count, plural, one {cache parameter group} other {cache parameter groups}}",
      ReplicationGroup: "{count, plural, one {Redis cluster} other {Redis clusters}}",
      ServerlessCache: "{count, plural, one {serverless cache} other {serverless caches}}",
      SubnetGroup: "{count, plural, one {cache subnet group} other {cache subnet groups}}",
    },
    ElasticLoadBalancingV2: {
      Listener: "{count, plural, one {listener} other {listeners}}",
      ListenerRule: "{count, plural, one {listener rule} other {listener rules}}",
      LoadBalancer: "{count, plural, one {load balancer} other {load balancers}}",
      TargetGroup: "{count, plural, one {target group} other {target groups}}",
    },
    Events: {
      Archive: "{count, plural, one {event archive} other {event archives}}",
      EventBus: "{count, plural, one {event bus} other {event buses}}",
      Rule: "{count, plural, one {event rule} other {event rules}}",
    },
    FIS: {
      ExperimentTemplate: "{count, plural, one {fault experiment} other {fault experiments}}",
    },
    GlobalAccelerator: {
      Accelerator: "{count, plural, one {global accelerator} other {global accelerators}}",
      EndpointGroup: "{count, plural, one {accelerator endpoint group} other {accelerator endpoint groups}}",
      Listener: "{count, plural, one {accelerator listener} other {accelerator listeners}}",
    },
    Grafana: {
      Workspace: "{count, plural, one {Grafana workspace} other {Grafana workspaces}}",
    },
    IAM: {
      InstanceProfile: "{count, plural, one {instance profile} other {instance profiles}}",
      ManagedPolicy: "{count, plural, one {managed policy} other {managed policies}}",
      OIDCProvider: "{count, plural, one {OIDC provider} other {OIDC providers}}",
      Policy: "{count, plural, one {IAM policy} other {IAM policies}}",
      Role: "{count, plural, one {IAM role} other {IAM roles}}",
    },
    KMS: {
      Alias: "{count, plural, one {key alias} other {key aliases}}",
      Key: "{count, plural, one {encryption key} other {encryption keys}}",
    },
    Lambda: {
      Function: "{count, plural, one {Lambda function} other {Lambda functions}}",
      Permission: "{count, plural, one {Lambda permission} other {Lambda permissions}}",
    },
    Logs: {
      LogGroup: "{count, plural, one {log group} other {log groups}}",
      MetricFilter: "{count, plural, one {metric filter} other {metric filters}}",
      ResourcePolicy: "{count, plural, one {log policy} other {log policies}}",
    },
    RDS: {
      DBCluster: "{count, plural, one {Aurora cluster} other {Aurora clusters}}",
      DBClusterParameterGroup:
        "{count, plural, one {database parameter group} other {database parameter groups}}",
      DBInstance: "{count, plural, one {database instance} other {database instances}}",
      DBParameterGroup: "{count, plural, one {database parameter group} other {database parameter groups}}",
      DBSubnetGroup: "{count, plural, one {database subnet group} other {database subnet groups}}",
    },
    Route53: {
      HealthCheck: "{count, plural, one {health check} other {health checks}}",
      HostedZone: "{count, plural, one {DNS zone} other {DNS zones}}",
      RecordSet: "{count, plural, one {DNS record} other {DNS records}}",
    },
    S3: {
      Bucket: "{count, plural, one {S3 bucket} other {S3 buckets}}",
      BucketPolicy: "{count, plural, one {bucket policy} other {bucket policies}}",
    },
    SecretsManager: {
      RotationSchedule: "{count, plural, one {secret rotation} other {secret rotations}}",
      Secret: "{count, plural, one {secret} other {secrets}}",
      SecretTargetAttachment: "{count, plural, one {secret attachment} other {secret attachments}}",
    },
    SecurityHub: {
      Hub: "{count, plural, one {Security Hub} other {Security Hubs}}",
      Standard: "{count, plural, one {security standard} other {security standards}}",
    },
    SNS: {
      Subscription: "{count, plural, one {notification subscription} other {notification subscriptions}}",
      Topic: "{count, plural, one {notification topic} other {notification topics}}",
      TopicPolicy: "{count, plural, one {topic policy} other {topic policies}}",
    },
    SQS: {
      Queue: "{count, plural, one {queue} other {queues}}",
      QueuePolicy: "{count, plural, one {queue policy} other {queue policies}}",
    },
    SSM: {
      Parameter: "{count, plural, one {parameter} other {parameters}}",
    },
    WAFv2: {
      IPSet: "{count, plural, one {WAF address set} other {WAF address sets}}",
      LoggingConfiguration: "{count, plural, one {WAF log setting} other {WAF log settings}}",
      WebACL: "{count, plural, one {web ACL} other {web ACLs}}",
      WebACLAssociation: "{count, plural, one {web ACL association} other {web ACL associations}}",
    },
    XRay: {
      Group: "{count, plural, one {trace group} other {trace groups}}",
      SamplingRule: "{count, plural, one {trace sampling rule} other {trace sampling rules}}",
    },
  },
  resources: {
    counted: "{count} {kind}",
    countedUnknown: "{count} × {kind}",
  },
} as const;
