"""Council settings: checked, signed and published."""
