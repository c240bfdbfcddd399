import { createSynthesizer } from "@greenroom/cloud/synth";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { estimateTemplates } from "@greenroom/pricing";
import { fullPlatform } from "../../infra-templates/testing/full-platform";
import { BENCH_CONTEXT } from "./cdk-app";
import { type Finding, milliseconds, quantile } from "./statistics";

const WARM_UP = 60;
const ROUNDS = 100;
/** Resources of one template each; the slope between them, on logarithmic scales, is the growth exponent. */
const SIZES = [250, 500, 1_000, 2_000];

/**
 * The estimator in process: the full platform against only parsing its templates, and how the time grows with
 * a template.
 */
export async function measureEstimate(): Promise<Finding[]> {
  return [await measureFullPlatform(), measureGrowth()];
}

async function measureFullPlatform(): Promise<Finding> {
  const synthesizer = createSynthesizer();
  const spec = fullPlatform();
  const asked = { blueprint: "ticketing", spec, context: BENCH_CONTEXT };
  const stacks = await synthesizer.synthesize(asked).finally(() => synthesizer.close());
  const usage = getBlueprint("ticketing").usage(spec);
  const [ours, parses]: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const estimateMs = timed(() => estimateTemplates({ stacks, usage, now: new Date() }));
    const parseMs = timed(() => stacks.map(({ template }) => JSON.parse(template) as object));
    if (round < 0) continue;
    ours.push(estimateMs);
    parses.push(parseMs);
  }
  const [p50, parse] = [quantile(ours, 0.5), quantile(parses, 0.5)];
  return {
    what: `estimate of the full platform in process, p50 (n = ${ROUNDS})`,
    measured: `${milliseconds(p50)} (p95 ${milliseconds(quantile(ours, 0.95))})`,
    control: `JSON.parse of its templates ${milliseconds(parse)}`,
    result: `${(p50 / parse).toFixed(1)}x`,
    goal: "≤ 10 ms",
    isMet: p50 <= 10,
  };
}

function measureGrowth(): Finding {
  const templates = SIZES.map((size) => JSON.stringify(templateOf(size)));
  const times = templates.map((): number[] => []);
  for (let round = -10; round < 30; round++)
    templates.forEach((template, index) => {
      const stacks = [{ key: "large", region: "ap-northeast-2", template }];
      const elapsedMs = timed(() => estimateTemplates({ stacks, now: new Date() }));
      if (round >= 0) times[index]?.push(elapsedMs);
    });
  const p50 = times.map((one) => quantile(one, 0.5));
  const exponent = slope(SIZES.map(Math.log), p50.map(Math.log));
  const thousand = p50[SIZES.indexOf(1_000)] ?? Number.NaN;
  return {
    what: "estimate of one template of 1,000 resources, p50 (n = 30)",
    measured: milliseconds(thousand),
    control: `250 resources ${milliseconds(p50[0] ?? Number.NaN)}`,
    result: `grows with exponent ${exponent.toFixed(2)} (250 to 2,000)`,
    goal: "≤ 60 ms, ≤ 1.1",
    isMet: thousand <= 60 && exponent <= 1.1,
  };
}

/** Groups of ten resources that refer to each other, each group with a node type or size of its own. */
function templateOf(size: number): object {
  const groups = Array.from({ length: size / 10 }, (_, n): object => {
    const subnet = { Ref: `Subnet${n}` };
    return {
      [`Vpc${n}`]: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: `10.${n % 250}.0.0/16` } },
      [`Subnet${n}`]: { Type: "AWS::EC2::Subnet", Properties: { VpcId: { Ref: `Vpc${n}` } } },
      [`Address${n}`]: { Type: "AWS::EC2::EIP", Properties: { Domain: "vpc" } },
      [`Nat${n}`]: {
        Type: "AWS::EC2::NatGateway",
        Properties: { SubnetId: subnet, AllocationId: { "Fn::GetAtt": [`Address${n}`, "AllocationId"] } },
      },
      [`Server${n}`]: {
        Type: "AWS::EC2::Instance",
        Properties: { InstanceType: "m7g.large", SubnetId: subnet },
      },
      [`Disk${n}`]: { Type: "AWS::EC2::Volume", Properties: { Size: 10 + n, VolumeType: "gp3" } },
      [`Table${n}`]: { Type: "AWS::DynamoDB::Table", Properties: { BillingMode: "PAY_PER_REQUEST" } },
      [`Queue${n}`]: { Type: "AWS::SQS::Queue" },
      [`Logs${n}`]: { Type: "AWS::Logs::LogGroup", Properties: { RetentionInDays: 30 } },
      [`Balancer${n}`]: {
        Type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
        Properties: { Subnets: [subnet], Name: { "Fn::Sub": `balancer-${n}-\${AWS::Region}` } },
      },
    };
  });
  return { Resources: Object.assign({}, ...groups) as object };
}

/** Of the line that fits the points best. */
function slope(xs: readonly number[], ys: readonly number[]): number {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, x, index) => sum + (x - meanX) * ((ys[index] ?? 0) - meanY), 0);
  return covariance / xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
