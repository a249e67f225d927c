"""The pictures and tables of a woman's page: pure functions from her assessment to SVG and template contexts."""
