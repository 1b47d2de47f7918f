import { PAGE_SCRIPT } from "../../reports/html/script.js";

/** The script of the viewer's own pages: that of reports, a key that sends SQL, and pages that ask again. All is there without it. */
export const SCRIPT = `${PAGE_SCRIPT}
document.getElementById("sql")?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
const again = document.querySelector('meta[http-equiv="refresh"]');
// By itself a browser does not load a page again whose address names a place within it.
if (again) setTimeout(() => location.reload(), Number(again.content) * 900);
`;
