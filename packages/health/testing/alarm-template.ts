const alarm = (AlarmName: string, topic: string) => ({
  Type: "AWS::CloudWatch::Alarm",
  Properties: {
    AlarmName,
    ComparisonOperator: "GreaterThanThreshold",
    EvaluationPeriods: 1,
    Namespace: "AWS/SQS",
    MetricName: "ApproximateAgeOfOldestMessage",
    Period: 60,
    Statistic: "Maximum",
    Threshold: 1,
    AlarmActions: [{ Ref: topic }],
  },
});
/** A stack with an alarm of each severity: `-down`, `-slow` and `-note` after the environment's name. */
export const templateOf = (environment: string) => ({
  Resources: {
    CriticalTopic: { Type: "AWS::SNS::Topic", Properties: { TopicName: `${environment}-critical` } },
    WarningTopic: { Type: "AWS::SNS::Topic", Properties: { TopicName: `${environment}-warning` } },
    InfoTopic: { Type: "AWS::SNS::Topic", Properties: { TopicName: `${environment}-info` } },
    Down: alarm(`${environment}-down`, "CriticalTopic"),
    Slow: alarm(`${environment}-slow`, "WarningTopic"),
    Note: alarm(`${environment}-note`, "InfoTopic"),
  },
});
