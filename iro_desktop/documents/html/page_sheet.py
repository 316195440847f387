"""The style sheet of a page for browsers and of a book: logical properties, sizes that zoom.

CSS Logical Properties Level 1, so that one sheet serves both directions.
"""

from iro_desktop.documents.look import HEADINGS, Look, Role

# A browser's own size, which a reader sets: everything else is a share of it.
_ROOT_POINTS = 12.0
_LINE = "34em"

_OF_CLASSES = {
    ".lead": Role.LEAD,
    ".address": Role.ADDRESS,
    ".small": Role.SMALL,
    ".question": Role.QUESTION,
    "legend": Role.QUESTION,
    ".signature": Role.SIGNATURE,
    "caption": Role.CAPTION,
    "figcaption": Role.CAPTION,
    "blockquote p": Role.QUOTATION,
    ".quote figcaption": Role.SOURCE,
    "td, tbody th": Role.CELL,
    "thead th": Role.COLUMN_HEAD,
    "dt": Role.LABEL,
    "dd": Role.VALUE,
    ".notice p": Role.NOTICE,
    ".made-up": Role.SMALL,
    "li, label": Role.ITEM,
}


def page_sheet(look: Look) -> str:
    """The whole sheet."""
    roles = [f"{selector} {{ {_type(look, role)} }}" for selector, role in _OF_CLASSES.items()]
    headings = [
        f"h{level} {{ {_type(look, role)}; text-wrap: balance; break-after: avoid }}"
        for level, role in enumerate(HEADINGS, start=1)
    ]
    return "\n".join((_ground(look), *headings, *roles, _parts(look)))


def _ground(look: Look) -> str:
    ink = look.ink
    body = look.styles[Role.BODY]
    aligned = "center" if look.centred else "start"
    frame = f"border: 0.3rem double {ink.rule};" if look.framed else ""
    marks = "underline" if look.underlines else "none; font-weight: bold"
    return f"""\
* {{ box-sizing: border-box }}
html {{ font-size: 100%; color-scheme: light }}
body {{ margin: 0; background: {look.paper}; color: {ink.text};
  font-family: "{look.family.name}", "Noto Sans", system-ui, sans-serif;
  font-size: {_rem(body.size)}; line-height: {body.leading / body.size:.2f}; text-align: {aligned};
  overflow-wrap: break-word }}
main {{ max-inline-size: {_LINE}; margin-inline: auto; padding: 2rem 1.25rem; {frame} }}
p {{ margin-block: 0 {_rem(body.after)}; white-space: pre-line }}
a {{ color: {ink.accent}; text-decoration: {marks} }}
img, svg {{ max-inline-size: 100%; block-size: auto }}
svg {{ display: block; inline-size: 100%; overflow: visible }}
svg text {{ font-family: inherit }}"""


def _parts(look: Look) -> str:
    ink = look.ink
    pad_x, pad_y = (_rem(pad) for pad in look.padding)
    share = f"{100 * look.picture_share:.0f}%"
    after = _rem(look.styles[Role.BODY].after * 1.5)
    quote_edge = "" if look.centred else f"border-inline-start: 0.25rem solid {ink.accent};"
    return f"""\
figure, table, dl, fieldset, .notice, .lines {{ margin: 0 0 {after} }}
ul, ol {{ padding-inline-start: 1.6em; margin-block: 0 {after}; text-align: start }}
.quote {{ background: {ink.tint}; {quote_edge} padding: 0.8rem 1.1rem }}
blockquote {{ margin: 0 }}
table {{ inline-size: 100%; border-collapse: collapse; text-align: start }}
caption {{ text-align: start }}
th, td {{ padding: {pad_y} {pad_x}; text-align: start; vertical-align: top;
  border-block-end: 1px solid {ink.rule}; white-space: pre-line }}
thead th {{ background: {ink.tint}; border-block-end: 2px solid {ink.accent} }}
tbody th {{ font-weight: inherit }}
tr {{ break-inside: avoid }}
dl > div {{ display: flex; flex-wrap: wrap; gap: 0 1rem; padding-block: 0.3rem; text-align: start;
  border-block-end: 1px solid {ink.rule} }}
dt {{ flex: 0 0 {100 * look.label_share:.0f}% }}
dd {{ flex: 1 1 12em; margin: 0; white-space: pre-line }}
.notice {{ border: 1px solid {ink.accent}; padding: 0.6rem 1rem; text-align: start }}
.notice p {{ margin: 0 }}
.pictured {{ display: grid; grid-template-columns: {share} 1fr; gap: 1.2rem; align-items: center;
  margin-block-end: {after}; break-inside: avoid; text-align: start }}
.pictured > p, .pictured > figure {{ margin: 0 }}
fieldset {{ border: 0; padding: 0; text-align: start }}
label {{ display: block; padding-block: 0.3rem }}
input {{ inline-size: 1.2em; block-size: 1.2em; vertical-align: -0.2em;
  accent-color: {ink.accent} }}
.line {{ block-size: 2.6rem; border-block-end: 1px solid {ink.muted} }}
.page-break {{ break-after: page }}
@media (max-width: 30em) {{
  .pictured {{ grid-template-columns: 1fr }}
  .pictured img {{ inline-size: 60% }}
}}
@media print {{
  main {{ max-inline-size: none; padding: 0 }}
  figure, .notice {{ break-inside: avoid }}
}}"""


def _type(look: Look, role: Role) -> str:
    style = look.styles[role]
    weight = "bold" if style.bold else "normal"
    return (
        f"font-size: {_rem(style.size)}; line-height: {style.leading / style.size:.2f};"
        f" color: {style.colour}; font-weight: {weight};"
        f" margin-block: {_rem(style.before)} {_rem(style.after)}"
    )


def _rem(points: float) -> str:
    return f"{points / _ROOT_POINTS:.3g}rem"
