import { refusals } from "../errors";
import { checkLength, mapList, type Query, requiredText, text } from "../protocol/query";
import type { Tag } from "../state/types";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Tag.html and API_CreateStack.html */
const MAX_TAGS = 50;
const MAX_KEY_LENGTH = 128;
const MAX_VALUE_LENGTH = 256;

/**
 * The tags of a request; undefined when it does not mention any, which leaves those of the stack as they are.
 * @throws ValidationError for too many, too long, empty, repeated and reserved ones
 */
export function readTags(query: Query): Tag[] | undefined {
  const members = mapList(query, "Tags");
  if (!members) return undefined;
  checkLength("tags", `[${members.length} tags]`, members.length, 0, MAX_TAGS);
  const tags = members.map((member, index) => {
    const Key = requiredText(member, "Key");
    const Value = text(member, "Value") ?? "";
    checkLength(`tags.${index + 1}.member.key`, Key, Key.length, 1, MAX_KEY_LENGTH);
    checkLength(`tags.${index + 1}.member.value`, Value, Value.length, 1, MAX_VALUE_LENGTH);
    if (/^aws:/i.test(Key)) throw refusals.reservedTag();
    return { Key, Value };
  });
  const keys = tags.map(({ Key }) => Key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw refusals.tagTwice(twice);
  return tags;
}
