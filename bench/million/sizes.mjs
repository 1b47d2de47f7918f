/** What a pair costs in the file, all told and by table or index; those of less than a byte a pair together. */
export function sizesOf({ db }, size) {
  const pairs = db.prepare("SELECT count(*) FROM pairs").pluck().get();
  const all = db
    .prepare("SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name ORDER BY bytes DESC")
    .all();
  const tables = all.map(({ name, bytes }) => ({ name, bytes: bytes / pairs }));
  const small = tables.filter(({ bytes }) => bytes < 1).reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    pairs,
    perPair: size / pairs,
    tables: [...tables.filter(({ bytes }) => bytes >= 1), { name: "all others", bytes: small }],
  };
}
