/**
 * Source of the two functions that EventBridge calls. It goes inline into the template (no asset to upload),
 * so it is plain CommonJS for Lambda's Node runtime, which brings the AWS SDK.
 */
export const FUNCTION_SOURCES: Record<"Notify" | "TicketStatus", string> = {
  Notify: `exports.handler = async ({ id, time, detail }) => {
  console.log(JSON.stringify({ message: "ticket status changed", eventId: id, time, ticketId: detail.ticketId, status: detail.status }));
};
`,
  TicketStatus: `const { DynamoDBClient, UpdateItemCommand } = require("@aws-sdk/client-dynamodb");
const client = new DynamoDBClient({});

// Safe to repeat: a ticket that is already sold stays sold. One that nobody reserved is an error and ends in the dead letters.
exports.handler = async ({ detail }) => {
  for (const ticketId of detail.ticketIds) {
    await client.send(new UpdateItemCommand({
      TableName: process.env.TICKETS_TABLE,
      Key: { PK: { S: "TICKET#" + ticketId }, SK: { S: "METADATA" } },
      UpdateExpression: "SET #status = :sold",
      ConditionExpression: "#status IN (:reserved, :sold)",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":sold": { S: "SOLD" }, ":reserved": { S: "RESERVED" } },
    }));
  }
};
`,
};
