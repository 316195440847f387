"""Houses and figures that a child fills: three houses, wizard, fairy, and the safety house."""
