"""How text becomes glyphs: its direction, its line ends, the faces that draw it, its shapes."""
