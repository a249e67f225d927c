"""The hospital's settings, the protocol in force, and the protocol beside the documents."""
