#include "print/html/colour.hpp"
#include "print/html/site_html.hpp"
#include "print/svg/svg.hpp"

#include <string>
#include <string_view>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::string_view light_paper = "#ffffff";
constexpr std::string_view dark_paper = "#14181d";
constexpr std::string_view own_accent = "#0b5394";

/// Text keeps a contrast of 7:1 to the paper and what stands aside one of 4.5:1 (WCAG 2.2, AAA and AA), in light and in
/// dark. Wide tables scroll within themselves, so that nothing is wider than a telephone.
constexpr std::string_view site_rules = R"(* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: .15rem solid var(--accent); outline-offset: .15rem; }
.skip { position: absolute; left: -100rem; }
.uncommitted { max-width: none; margin: 0; padding: .4rem 1.25rem; text-align: center; background: var(--track); color: var(--ink); }
.skip:focus { left: .5rem; top: .5rem; background: var(--paper); padding: .5rem .75rem; z-index: 1; }
header.site, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header.site { padding-top: .9rem; border-bottom: 1px solid var(--line); }
.programme { margin: 0; font-weight: 700; letter-spacing: .01em; }
.programme img { height: 2rem; width: auto; vertical-align: middle; margin-inline-end: .6rem; }
pre { overflow-x: auto; max-width: 50rem; padding: .6rem .85rem; border: 1px solid var(--line); }
hr { border: 0; border-top: 1px solid var(--line); max-width: 46rem; margin: 1.25rem 0; }
.programme a { color: var(--ink); text-decoration: none; }
nav ul { list-style: none; margin: 0; padding: 0; max-width: none; display: flex; flex-wrap: wrap; gap: 0 1.1rem; }
nav li { margin: 0; }
header.site nav a { display: inline-block; padding: .3rem 0; color: var(--aside); text-decoration: none; font-size: .9375rem; border-bottom: .15rem solid transparent; }
header.site nav a:hover { color: var(--accent); }
header.site nav a[aria-current] { color: var(--ink); border-color: var(--accent); }
main { padding-top: 1.5rem; padding-bottom: 2rem; }
main > nav { margin: 0 0 1.5rem; font-size: .9375rem; }
main > nav a { display: inline-block; padding: .15rem 0; }
.above { margin: 0 0 .35rem; font-size: .9375rem; color: var(--aside); }
h1 { font-size: clamp(1.5rem, 1.1rem + 1.6vw, 2.1rem); line-height: 1.15; letter-spacing: -.01em; margin: 0 0 .35rem; text-wrap: balance; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.25rem 0 .6rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p { margin: .5rem 0; max-width: 46rem; }
ul, ol { margin: .35rem 0; padding-inline-start: 1.2rem; max-width: 50rem; }
li { margin: .35rem 0; }
.period { color: var(--aside); margin: 0 0 1rem; }
.lead { font-size: 1.3rem; line-height: 1.4; margin: .75rem 0; text-wrap: pretty; max-width: 50rem; }
.lead strong { font-weight: 600; }
.lead.behind, .lead.holds { border-inline-start: .3rem solid var(--bad); padding-inline-start: .85rem; }
.lead.holds { border-color: var(--good); }
.intro { max-width: 46rem; }
.remark { border-inline-start: .25rem solid var(--line); padding-inline-start: .85rem; color: var(--aside); }
.bar { display: block; width: 100%; max-width: 14rem; height: .5rem; margin: .35rem 0; border-radius: .25rem; background: var(--track); fill: var(--accent); }
.head .bar { max-width: 50rem; margin: 1rem 0; }
blockquote { margin: .35rem 0 1rem; padding-inline-start: .85rem; border-inline-start: .25rem solid var(--line); }
.table { overflow-x: auto; margin: .35rem 0 .75rem; background: linear-gradient(to right, var(--paper) 40%, transparent), linear-gradient(to left, var(--paper) 40%, transparent) 100% 0, linear-gradient(to right, var(--shade), transparent), linear-gradient(to left, var(--shade), transparent) 100% 0; background-repeat: no-repeat; background-size: 2.5rem 100%, 2.5rem 100%, .75rem 100%, .75rem 100%; background-attachment: local, local, scroll, scroll; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; }
th, td { text-align: start; vertical-align: top; padding: .45rem 1.25rem .45rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { color: var(--aside); font-size: .875rem; font-weight: 500; white-space: nowrap; }
tbody th { font-weight: 600; min-width: 11rem; }
tbody td { min-width: 4.75rem; }
tr:has(> :nth-child(9)) > * { min-width: 0; padding-inline-end: .75rem; }
td .bad, td .good, td > a { white-space: nowrap; }
td > a:has(bdi) { white-space: normal; }
td > div + div:not(.note) { margin-top: .4rem; }
.number { text-align: end; }
.note, .aside { color: var(--aside); font-size: .875rem; font-weight: normal; }
.bad { color: var(--bad); font-weight: 600; }
.good { color: var(--good); }
abbr { text-decoration: underline dotted from-font; text-underline-offset: .2em; cursor: help; }
a abbr { text-decoration: none; }
code { font: .875em ui-monospace, SFMono-Regular, Consolas, "Liberation Mono", monospace; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .3rem 1.5rem; margin: .35rem 0; max-width: 50rem; }
dt { color: var(--aside); grid-column: 1; }
dd { margin: 0; grid-column: 2; min-width: 0; }
details { margin: .75rem 0; }
summary { cursor: pointer; color: var(--aside); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
figure { margin: 1rem 0; }
.chart { overflow-x: auto; }
figure svg { display: block; width: 100%; height: auto; }
.chart svg { min-width: 36rem; }
.narrow { display: none; }
figcaption, .method, .left-out { color: var(--aside); font-size: .875rem; margin: .5rem 0; max-width: 50rem; }
footer { border-top: 1px solid var(--line); padding-top: .75rem; padding-bottom: 3rem; color: var(--aside); font-size: .875rem; }
footer p { margin: .25rem 0; }
@media screen and (max-width: 34rem) {
  .chart { display: none; }
  .narrow { display: block; }
  header.site, main, footer { padding-left: 1rem; padding-right: 1rem; }
  .lead { font-size: 1.15rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dt { margin-top: .5rem; }
  dd { grid-column: 1; }
  tbody th { min-width: 7rem; }
  th, td { padding-inline-end: .85rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { .bar { fill: CanvasText; border: 1px solid CanvasText; } }
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  :root { color-scheme: light; --paper: #fff; --ink: #000; --aside: #333; --line: #999; --accent: #000; --bad: #000; --good: #000; --track: #ddd; }
  html { font-size: 10pt; }
  header.site nav, main > nav, .skip { display: none; }
  header.site, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .table, .chart { overflow: visible; }
  th, td, tbody th { min-width: 0; padding-inline-end: .6rem; overflow-wrap: anywhere; }
  td time, th time, td .bad, td .good, td > a { white-space: normal; }
  h1, h2, h3, thead { break-after: avoid; }
  li, tr, figure, figure svg { break-inside: avoid; }
  figure:has(.chart svg + svg) { break-inside: auto; }
  .chart svg { min-width: 0; max-height: 222mm; }
  .of-figure { display: none; }
  details::details-content { content-visibility: visible; height: auto; }
  summary { display: none; }
}
)";

}  // namespace

std::string site_stylesheet(std::string_view accent)
{
    auto const colour = accent.empty() ? own_accent : accent;
    return fmt::format(
        ":root {{ color-scheme: light dark; --paper: {}; --ink: #1b1f24; --aside: #59636e; --line: #d8dee4; --accent: "
        "{}; --bad: #a40e26; --good: #0f5323; --track: #d8dee4; --shade: #0003; }}\n"
        "@media (prefers-color-scheme: dark) {{ :root {{ --paper: {}; --ink: #e8ecf0; --aside: #a3adb8; --line: "
        "#333c46; --accent: {}; --bad: #ffa39b; --good: #7fd99a; --track: #333c46; --shade: #fff4; }} }}\n{}{}",
        light_paper, readable_on(colour, light_paper), dark_paper, readable_on(colour, dark_paper), site_rules,
        picture_style());
}

}  // namespace sss
