"""Writes the Parquet files of this folder: the same six records by another implementation than the one that reads them.

Run with pyarrow 26: python make.py
"""

import pyarrow as pa
import pyarrow.parquet as pq

records = [
    {
        "prompt": f"What is {n} + {n}?",
        "prompt_id": n,
        "chosen": [
            {"content": f"What is {n} + {n}?", "role": "user"},
            {"content": f"It is {2 * n}: añadir, 加.", "role": "assistant"},
        ],
        "rejected": [
            {"content": f"What is {n} + {n}?", "role": "user"},
            {"content": f"It is {2 * n + 1}.", "role": "assistant"},
        ],
        "score_chosen": 8.5,
        "score_rejected": 8.5 if n == 3 else 2.0,
        "subset": None if n == 2 else "sums",
    }
    for n in range(1, 7)
]
table = pa.Table.from_pylist(records)
for codec in ["none", "snappy", "gzip", "zstd", "brotli", "lz4"]:
    pq.write_table(table, f"{codec}.parquet", compression=codec, row_group_size=4, write_page_index=codec == "zstd")
