"""How what two laptops wrote comes together: pure, from the revisions alone, never from clocks.

`graph` says what came from what, `rules` what each field holds, `fields` and `sentences` bring two
versions together, `merging` does so for a whole thing and says what only a person may decide, and
`schedule` when to call the hub again. See docs/decisions/0004 and 0012.
"""
