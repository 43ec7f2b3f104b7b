/**
 * A calm printed form: black on white, with lines where they help, and no colour that carries meaning alone. A column is as wide as
 * its amounts and its longest ordinary word; only what somebody has written is broken anywhere.
 */
export const STYLE = `
  * { box-sizing: border-box; }
  body { margin: 0; padding: 2rem 1rem; background: #f2f2f0; color: #1a1a1a; font: 1rem/1.45 "Segoe UI", Arial, "Liberation Sans", sans-serif; }
  main { max-width: 66rem; margin: 0 auto; padding: 2.5rem 3rem; border: 1px solid #c9c9c4; background: #fff; }
  h1 { margin: 0 0 1.25rem; font-size: 1.75rem; line-height: 1.2; }
  h2 { margin: 2.25rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid; font-size: 1.2rem; line-height: 1.25; break-after: avoid; }
  p { margin: 0 0 .75rem; }
  ul { margin: .25rem 0 .75rem; padding-left: 1.25rem; }
  dl { margin: 0; }
  dd { margin: 0; min-width: 0; }
  bdi, dt { overflow-wrap: anywhere; }
  .quiet, .over, dt { color: #4a4a4a; font-weight: 400; }
  .over { margin: 0 0 .25rem; }
  .strong { font-weight: 600; }
  .as-written { white-space: pre-wrap; }
  .said { padding-left: .6rem; border-left: 3px solid #c9c9c4; }
  .facts > div, .answers > div { display: grid; grid-template-columns: 15rem 1fr; gap: 0 1.5rem; padding: .35rem 0; border-bottom: 1px solid #d9d9d4; }
  .answers > div { grid-template-columns: 20rem 1fr; }
  .unknown { margin: 2.25rem 0 0; padding: 1rem 1.25rem; border: 1px dashed #4a4a4a; }
  .unknown h2 { margin: 0 0 .5rem; padding: 0; border: 0; font-size: 1rem; }
  .unknown ul { margin: 0; padding: 0; list-style: none; font: .875rem/1.45 Consolas, "Liberation Mono", monospace; }
  .unknown li { padding: .35rem 0; border-top: 1px dashed #c9c9c4; }
  .notice { margin: 1.75rem 0 0; padding: 1rem 1.25rem; border: 2px solid; border-left-width: .6rem; break-inside: avoid; }
  .notice h2 { margin: 0 0 .5rem; padding: 0; border: 0; }
  .notice > :last-child { margin-bottom: 0; }
  table { width: 100%; margin: 0 0 1rem; border-collapse: collapse; }
  th, td { padding: .45rem 1rem .45rem 0; border-bottom: 1px solid #d9d9d4; text-align: left; vertical-align: top; font-weight: 400; }
  th:last-child, td:last-child { padding-right: 0; }
  td > p { margin-bottom: .35rem; }
  td > :last-child { margin-bottom: 0; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  thead th { border-bottom-color: #1a1a1a; font-size: .875rem; font-weight: 600; vertical-align: bottom; }
  tbody th { font-weight: 600; }
  th[scope=row] { min-width: 12em; overflow-wrap: anywhere; hyphens: auto; }
  th[scope=rowgroup] { padding-top: .9rem; break-after: avoid; }
  .number { min-width: 6.5em; padding-left: .5rem; text-align: right; font-variant-numeric: tabular-nums; }
  .amount, .day { white-space: nowrap; }
  .name { min-width: 12em; }
  .words { width: 34%; min-width: 9em; }
  .payments { font-size: .9rem; }
  .payments .number { min-width: 0; }
  .sum { display: flex; justify-content: space-between; gap: 1.5rem; margin: 1.25rem 0 .5rem; padding: .75rem 0; border-top: 2px solid; border-bottom: 1px solid; font-size: 1.15rem; font-weight: 600; break-inside: avoid; }
  footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid; color: #4a4a4a; font-size: .875rem; }
  footer p { margin: 0; }
  @page { size: A4; margin: 15mm 14mm 17mm; @bottom-right { content: "Sida " counter(page) " av " counter(pages); font: 8.5pt Arial, sans-serif; } }
  @media print {
    html { font-size: 9pt; }
    body { padding: 0; background: none; line-height: 1.35; }
    main { max-width: none; padding: 0; border: 0; }
    h2 { margin-top: 1.75rem; }
    th, td { padding-right: .75rem; }
  }
`;
