import type { StackModel } from "../../stack-model";
import { requestsPerMonth } from "../../traffic";
import { explain, moving } from "../../usage-value";
import type { EdgeSpec } from "../edge/edge-spec";
import type { AcceleratorSettings } from "./settings";
import { webAclRulesOfAccelerator } from "./web-acl-rules";

export interface AcceleratorSpec extends EdgeSpec {
  accelerator: AcceleratorSettings;
}

/** Of the requests, those that are the API's own (CloudFront answers the others from its cache). */
const API_SHARE = 0.3;
const REQUEST_KB = 1;

export const acceleratorModel: StackModel<AcceleratorSpec> = {
  key: "accelerator",
  title: { en: "Global Accelerator", ko: "Global Accelerator" },
  summary: {
    en: "Two fixed addresses that lead to the load balancer over AWS's network, with a web ACL",
    ko: "AWS 네트워크로 로드 밸런서에 연결되는 고정 주소 2개와 웹 ACL",
  },
  dependsOn: ["edge", "edge-global"],
  reaches: () => [{ from: "accelerator", to: "loadBalancer" }],
  isOn: ({ accelerator }) => accelerator.enabled,

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

  usage({ traffic }) {
    const requests = requestsPerMonth(traffic) * API_SHARE;
    const share = explain("30 % of the requests are the API's", "요청의 30%가 API 요청입니다");
    return {
      EndpointGroup: {
        "monthly_outbound_data_transfer_gb.asia_pacific": moving(
          (requests * traffic.kbPerResponse) / 1e6,
          share,
        ),
        "monthly_inbound_data_transfer_gb.asia_pacific": moving((requests * REQUEST_KB) / 1e6, share),
      },
      WebAcl: { monthly_requests: moving(requests, share) },
    };
  },
};
