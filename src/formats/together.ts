import type { Format } from "../contract.js";
import type { DataRecord } from "./fields.js";
import { attempt } from "./placed.js";

/** A record with the format that is to read it. */
export interface FormattedRecord {
  readonly record: DataRecord;
  readonly format: Format;
  readonly line: number;
  readonly place: string;
}

type Group = readonly [FormattedRecord, ...FormattedRecord[]];

/** Consecutive records that make one item by their format's `together`; each alone where the format has none. */
export async function* together(
  records: AsyncIterable<FormattedRecord>,
  refuse: (error: unknown, records: number) => void,
): AsyncGenerator<Group> {
  let open: { readonly key: string; readonly group: [FormattedRecord, ...FormattedRecord[]] } | undefined;
  for await (const each of records) {
    const { format, record, place } = each;
    if (format.together === undefined) {
      yield [each];
      continue;
    }
    const key = attempt(place, () => format.together!(record));
    if ("error" in key) refuse(key.error, 1);
    else if (key.value === open?.key) open.group.push(each);
    else {
      if (open !== undefined) yield open.group;
      open = { key: key.value, group: [each] };
    }
  }
  if (open !== undefined) yield open.group;
}
