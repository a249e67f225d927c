"""Pictures and tables of a woman that several pages show: pure functions to SVG and template contexts."""
