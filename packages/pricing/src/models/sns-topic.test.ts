import { describe, expect, it } from "vitest";
import { componentsOf } from "../../testing/components-of";

const topic = (properties: object, usage = {}) =>
  componentsOf("AWS::SNS::Topic", { TopicName: "orders", ...properties }, usage);
const HTTP = "HTTP/HTTPS notifications";
const EMAIL = "Email/Email-JSON notifications";
const SMS = "SMS notifications";

describe("deliveries of a topic", () => {
  it("are open while the template has no subscriber and usage does not say how many there are", () => {
    const unknown = topic({}, { monthly_requests: 1e6 });
    expect(unknown.get(HTTP)).toMatchObject({ missingUsage: "http_subscriptions" });
    const known = topic({}, { monthly_requests: 1e6, email_subscriptions: 2 });
    expect(known.get(EMAIL)).toMatchObject({ monthlyQuantity: { expected: "20" } });
    expect(known.get(HTTP)?.missingUsage).toBeUndefined();
  });

  it("are known from the template's subscribers, and none without requests", () => {
    const subscribed = topic({ Subscription: [{ Protocol: "https" }] }, { monthly_requests: 2e5 });
    expect(subscribed.get(HTTP)?.monthlyQuantity.expected).toBe("2");
    expect(subscribed.get(EMAIL)).toMatchObject({ monthlyQuantity: { expected: "0" } });
    expect(subscribed.get(EMAIL)?.missingUsage).toBeUndefined();
    expect(topic({}, { monthly_requests: 0 }).get(HTTP)?.missingUsage).toBeUndefined();
  });

  it("by SMS cost what the user says a message costs: 1,000 at 0.00987", () => {
    const usage = { monthly_requests: 10, sms_subscriptions: 100 };
    expect(topic({}, usage).get(SMS)?.monthlyCostUsd).toBeNull();
    expect(topic({}, { ...usage, sms_notification_price: 0.00987 }).get(SMS)).toMatchObject({
      monthlyQuantity: { expected: "10" },
      unitPriceUsd: "0.987",
      monthlyCostUsd: { expected: "9.87" },
    });
  });
});
