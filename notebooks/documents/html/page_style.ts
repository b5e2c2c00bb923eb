/** The style of notebooks and of their differences: light and dark, wide and narrow, on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --paper: #fff; --soft: #59636e; --line: #d1d9e0;
  --well: #f6f8fa; --link: #0969da; --warn: #fff8c5; --fail: #ffebe9; --fail-ink: #a40e26;
  --keyword: #cf222e; --string: #0a3069; --number: #0550ae; --name: #8250df;
  --gone: #ffebe9; --new: #dafbe1; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --soft: #9198a1;
  --line: #3d444d; --well: #161b22; --link: #4493f8; --warn: #3a2f0b; --fail: #3c1618;
  --fail-ink: #ffaba8; --keyword: #ff7b72; --string: #a5d6ff; --number: #79c0ff; --name: #d2a8ff;
  --gone: #3c1618; --new: #12311d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); }
h1, h2, h3 { line-height: 1.25; margin: 1.6em 0 .6em; }
main > :first-child h1, main > :first-child h2 { margin-top: 0; }
nav { border: 1px solid var(--line); border-radius: 6px; padding: .6rem 1rem; font-size: .9rem;
  margin-bottom: 1.5rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav .level-2 { padding-left: 1rem; }
nav .level-3 { padding-left: 2rem; }
nav a { display: block; padding: .15rem 0; text-decoration: none; }
section { margin: 1rem 0; min-width: 0; }
.count { color: var(--soft); font-size: .8rem; }
pre { margin: 0; padding: .7rem .9rem; overflow-x: auto; border-radius: 6px;
  font: .85rem/1.45 ui-monospace, monospace; tab-size: 2; }
section > pre, .markdown pre { background: var(--well); border: 1px solid var(--line); }
.markdown pre { margin: 1em 0; }
:not(pre) > code { background: var(--well); border-radius: 4px; padding: .1em .3em; font-size: .9em; }
.outputs { margin-top: .5rem; max-height: 60rem; overflow: auto; contain: layout paint; }
.outputs > * { margin: .4rem 0; max-width: 100%; }
.apart { overflow-x: auto; }
.paper { background: #fff; color: #1f2328; }
pre.stderr { background: var(--warn); }
pre.error { background: var(--fail); color: var(--fail-ink); white-space: pre-wrap; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; display: block; overflow-x: auto; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: .3em .8em; text-align: left; }
[align="right"] { text-align: right; }
[align="center"] { text-align: center; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid var(--line); color: var(--soft); }
.absent { color: var(--soft); font-style: italic; }
pre.changes { padding: .5rem 0; background: var(--well); border: 1px solid var(--line); }
.changes span { display: block; min-width: max-content; padding: 0 .9rem; }
.gone { background: var(--gone); }
.new { background: var(--new); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; }
figure { margin: 0; min-width: 0; }
figcaption { color: var(--soft); font-size: .85rem; }
.hljs-comment { color: var(--soft); }
.hljs-keyword, .hljs-literal, .hljs-operator { color: var(--keyword); }
.hljs-string, .hljs-regexp, .hljs-subst .hljs-string { color: var(--string); }
.hljs-number, .hljs-attr, .hljs-property, .hljs-built_in { color: var(--number); }
.hljs-title, .hljs-title.function_, .hljs-title.class_ { color: var(--name); }
.hljs-subst { color: var(--ink); }
@media (min-width: 64rem) {
  .with-contents { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 2rem; }
  nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow: auto; }
}
@media print {
  :root { --ink: #000; --paper: #fff; --well: #fff; --soft: #444; color-scheme: light; }
  body { max-width: none; padding: 0; }
  nav { position: static; break-after: page; }
  .with-contents { display: block; }
  pre { white-space: pre-wrap; }
  .outputs { max-height: none; overflow: visible; contain: none; }
  img, .apart, tr { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
}
`;
