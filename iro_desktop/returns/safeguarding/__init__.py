"""The Standard Safeguarding Dataset: what Liquidlogic, Mosaic and Eclipse export by one shape.

Tables and fields are those of Data to Insight's ssd-data-model, read at its commit 4987c73 (July
2026). docs/case-systems.md says what is taken from each table, and what is written.
"""
