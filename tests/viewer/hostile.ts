import { join } from "node:path";
import Database from "better-sqlite3";
import { lines } from "../cli/preferences.js";
import { type Workplace, workplace } from "../cli/workplace.js";
import { weigh } from "../stages/weighing.js";

/** What data may hold that a careless page would obey: markup, handlers, addresses, template syntax, unseen characters. */
export const HOSTILE: readonly string[] = [
  "<script>alert(1)</script>",
  "</script><script>alert(2)</script>",
  '"><img src=x onerror=alert(3)>',
  "' onmouseover='alert(4)' x='",
  "<svg/onload=alert(5)>",
  '<a href="javascript:alert(6)">javascript:alert(6)</a>',
  "</textarea></title></style><iframe srcdoc='<script>alert(7)</script>'></iframe>",
  "<!--><img src=x onerror=alert(8)>-->",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(9)>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to stay one
  "{{constructor.constructor('alert(10)')()}} ${alert(11)} <%= alert(12) %> #{alert(13)}",
  "&lt;script&gt;alert(14)&lt;/script&gt; &#60;b&#62;",
  "<base href=//evil.example><link rel=stylesheet href=//evil.example/x.css>",
  "<meta http-equiv=refresh content='0;url=//evil.example'>",
  "<form action=//evil.example><input name=token autofocus onfocus=alert(15)>",
  "\u202eesrever\u202c \u2066isolate\u2069 \u200fmark",
  "line\u2028separator\u2029 and \u0085 and \u0007bell \u001b[31mred",
  "\ufeff\ufffe\uffff lone \ud800 half",
  "' OR 1=1; DROP TABLE runs; --",
];

/** A question with two answers around each string, so that operators find sentences and numbers to change. */
function items(): object[] {
  return HOSTILE.map((text, index) => ({
    prompt: [{ role: "user", content: `What does ${text} mean, in ${1900 + index}?` }],
    chosen: [
      {
        role: "assistant",
        content: `It was written in ${1950 + index}. It reads ${text} and has 12 parts. Nobody forgot it.`,
      },
    ],
    rejected: [
      { role: "assistant", content: `It is ${text} and was written in ${1700 + index}. It has 3 parts.` },
    ],
    subset: text,
  }));
}

const RUBRIC = {
  name: "hostile",
  why: `Said so: ${HOSTILE[0]}`,
  minimumPrompts: 6,
  causal: [
    {
      attribute: "factuality",
      why: HOSTILE[2],
      augmentations: ["number-changed"],
      require: { correctDirection: { atLeast: 0.6 } },
    },
  ],
  spurious: [
    {
      attribute: "length",
      why: HOSTILE[1],
      augmentations: ["length-padding@2"],
      expect: "not-higher",
      allow: { effect: 0.5 },
    },
  ],
};

/** A database in which every text, and every name that a page shows, is hostile; made by a true run of two models. */
export async function hostileDatabase(): Promise<string> {
  const place: Workplace = workplace();
  place.file("data.jsonl", lines(items()));
  place.file("rubric.json", RUBRIC);
  await weigh(place.path, { models: ["scripted:0.01*length+noise(0.3)", "scripted:-length"] });
  const path = join(place.path, "tare.db");
  const db = new Database(path);
  try {
    db.exec(
      "UPDATE scorers SET name = name || ' <script>alert(21)</script> \u202eodd', dtype = '\"><b onclick=alert(22)>'",
    );
    db.exec("UPDATE rubrics SET name = '</option><img src=x onerror=alert(23)> \u202eodd'");
    db.exec("UPDATE run_files SET file = 'data/<svg onload=alert(24)>\u202eodd.jsonl'");
    db.exec("UPDATE items SET subset = CASE WHEN subset = '' THEN '<i>sub</i>' ELSE subset END");
    db.prepare(
      "INSERT INTO judgements (pair, reader, seed, shown, judgement, note, at) SELECT key, ?, 1, 'base', 'invalid', ?, ? FROM pairs",
    ).run("<u>reader</u>", "<script>alert(25)</script>", "2026-01-01T00:00:00.000Z");
  } finally {
    db.close();
  }
  return path;
}
