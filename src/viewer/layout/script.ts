import { PAGE_SCRIPT } from "../../reports/html/script.js";

/** The script of the viewer's own pages: that of reports, and a key that sends SQL. All is there without it. */
export const SCRIPT = `${PAGE_SCRIPT}
document.getElementById("sql")?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
`;
