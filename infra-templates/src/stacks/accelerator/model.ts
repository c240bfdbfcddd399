import { message } from "@greenroom/messages";
import { visitsOf } from "../../flows/visits";
import { switchedOff } from "../../model/settings-model";
import type { StackModel } from "../../model/stack-model";
import { explain, moving } from "../../model/usage-value";
import { captchaAttempts } from "../edge/captcha";
import type { EdgeSpec } from "../edge/edge-spec";
import { acceleratorSection } from "./form";
import { ACCELERATOR_SIZES, type AcceleratorSettings, acceleratorSettings } from "./settings";
import { webAclRulesOfAccelerator } from "./web-acl-rules";

export interface AcceleratorSpec extends EdgeSpec {
  accelerator: AcceleratorSettings;
}

export const acceleratorModel = {
  key: "accelerator",
  settings: {
    key: "accelerator",
    schema: acceleratorSettings.default(switchedOff(ACCELERATOR_SIZES)),
    sizes: ACCELERATOR_SIZES,
    section: acceleratorSection,
  },
  title: { en: "Global Accelerator", ko: "Global Accelerator" },
  summary: {
    en: "Two fixed addresses that lead to the load balancer over AWS's network, with a web ACL",
    ko: "AWS 네트워크로 로드 밸런서에 연결되는 고정 주소 2개와 웹 ACL",
  },
  dependsOn: ["edge", "edge-global"],
  reaches: () => [{ from: "accelerator", to: "loadBalancer" }],
  isOn: ({ accelerator }) => accelerator.enabled,
  conflicts: ({ edge }) =>
    edge.enabled && edge.alb
      ? []
      : [{ path: "accelerator.enabled", message: message("spec.accelerator.noAlb") }],

  outline: ({ edge }, { region }) => ({
    Accelerator: {
      Type: "AWS::GlobalAccelerator::Accelerator",
      Properties: { Enabled: true, IpAddressType: "IPV4" },
    },
    EndpointGroup: {
      Type: "AWS::GlobalAccelerator::EndpointGroup",
      Properties: { EndpointGroupRegion: region },
    },
    WebAcl: {
      Type: "AWS::WAFv2::WebACL",
      Properties: { Scope: "REGIONAL", Rules: webAclRulesOfAccelerator(edge) },
    },
  }),

  usage(spec) {
    const { byAccelerator } = visitsOf(spec);
    const share = explain("30 % of the requests are the API's", "요청의 30%가 API 요청입니다");
    return {
      WebAcl: {
        monthly_requests: moving(byAccelerator, share),
        ...(spec.edge.botControl && { monthly_captcha_attempts: captchaAttempts(byAccelerator) }),
      },
    };
  },
} as const satisfies StackModel<AcceleratorSpec>;
