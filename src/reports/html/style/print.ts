/** On paper: no bar, no buttons, no folded queries; nothing is cut off, and no piece is torn where it need not be. */
export const PRINT = `
@media print {
  @page { margin: 16mm 14mm; }
  body { font-size: 10.5pt; }
  main, footer { max-width: none; padding: 0; }
  header.bar, nav.places, .skip, form.filter, button, details.query, details.numbers { display: none; }
  section { margin-top: 22pt; }
  .wide, .drawing, .prose, pre { overflow: visible; max-height: none; }
  .wide { border: 0; }
  table { font-size: 8.5pt; }
  th, td { padding: 3pt 5pt; }
  td.text { min-width: 0; }
  .number { white-space: normal; }
  .panels, .panels.several { display: block; columns: auto; }
  figure.panel { margin: 0 0 12pt; }
  tr, .rule, figure.panel, .verdict, .notice { break-inside: avoid; }
  h2, h3, h4, summary { break-after: avoid; }
  figure.panel, .rule { box-shadow: none; }
  .chip, ins, del, .verdict { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
`;
