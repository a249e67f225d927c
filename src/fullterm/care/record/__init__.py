"""The record as events, where a document keeps things, and what an ended pregnancy leaves behind."""
